import "server-only";
import { db } from "../db";

const maxRead = 500;

/**
 * The language that a browser asks for first (Accept-Language): language, script and region, as a tag. Null where it asks
 * for none. No more of it is kept: all of the list would tell browsers apart.
 */
export function askedLanguage(header: string): string | null {
  const asked = header
    .slice(0, maxRead)
    .split(",")
    .map(part => {
      const [tag = "", ...params] = part.split(";").map(text => text.trim());
      const weight = params.find(param => /^q=/i.test(param));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  for (const { tag } of asked) {
    const known = tagOf(tag);
    if (known !== null) return known;
  }
  return null;
}

function tagOf(text: string): string | null {
  try {
    const { baseName } = new Intl.Locale(text);
    return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(?=-|$)/.exec(baseName)?.[0] ?? null;
  } catch {
    return null;
  }
}

/** Keeps what they asked for when they logged in last. */
export async function noteAskedLanguage(personId: string, language: string): Promise<void> {
  await db().person.updateMany({
    where: { id: personId, OR: [{ askedLanguage: null }, { askedLanguage: { not: language } }] },
    data: { askedLanguage: language },
  });
}

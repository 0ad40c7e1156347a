const maxRead = 500;

/** Keeps what somebody who is not logged in has chosen in the footer. */
export const languageCookie = "lodge-language";

/** The languages that a browser asks for (Accept-Language), the first one first: language, script and region, as tags. */
export function acceptedTags(header: string): string[] {
  return header
    .slice(0, maxRead)
    .split(",")
    .map(part => {
      const [tag = "", ...params] = part.split(";").map(text => text.trim());
      const weight = params.find(param => /^q=/i.test(param));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .flatMap(({ tag }) => tagOf(tag) ?? []);
}

// Every page asks, and nearly always for the same few.
const read = new Map<string, string | null>();
const maxKept = 1_000;

function tagOf(text: string): string | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= maxKept) read.clear();
  const tag = readTag(text);
  read.set(text, tag);
  return tag;
}

function readTag(text: string): string | null {
  try {
    const { baseName } = new Intl.Locale(text);
    return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(?=-|$)/.exec(baseName)?.[0] ?? null;
  } catch {
    return null;
  }
}

/** What a request asks for, by its headers: the choice in the cookie, and then what its browser prefers. */
export function tagsAsked(cookies: string, accepted: string): string[] {
  const chosen = /(?:^|;\s*)lodge-language=([\w-]{2,20})(?:;|$)/.exec(cookies)?.[1];
  return [tagOf(chosen ?? "") ?? [], acceptedTags(accepted)].flat();
}

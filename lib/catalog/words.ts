import "server-only";
import { type Message, message, type Refusal, refuse } from "../refusal";
import { freeSlug, slugOf } from "../text/slug";

/** What it says now, with the names of its columns. */
type Words = Record<string, string>;

/** A slug that nothing of the kind has or had: the given one, or one made of the name. @throws Refusal invalid (taken) */
export function ownSlug(name: string, otherwise: string, others: { slug: string }[], given?: string): string {
  const taken = others.map(({ slug }) => slug);
  if (given !== undefined && taken.includes(given)) throw refuse("slug.taken", { slug: given });
  return given ?? freeSlug(slugOf(name, otherwise), taken);
}

export const changesOf = (present: Words, wanted: Words) =>
  Object.entries(wanted)
    .filter(([key, text]) => present[key] !== text)
    .map(([key, text]) => ({ key, before: present[key] || null, after: text || null }));

/** Says at each field what somebody else has made of it. Sent once more, the form replaces it. */
export function changedSince(
  code: "category.changed" | "type.changed",
  present: Words,
  wanted: Words,
  version: number,
  nameOf = (key: string) => key,
): Refusal {
  const fields = changesOf(present, wanted).map(({ key, before }): [string, Message[]] => [
    nameOf(key),
    [before === null ? message("correction.emptied") : message("correction.changed", { present: before })],
  ]);
  return refuse(code, {}, { fields: Object.fromEntries(fields), corrections: { version } });
}

import { namedAt } from "../markdown/mentions";

export type Colleague = { id: string; name: string; email: string };
/** `words` is what stands behind the @ of the note. */
export type Mention = { personId: string; words: string };

/**
 * Whom a text mentions by an @ with their name or address, in capitals or not, and the text with their names as they are
 * written. Of a name that several have, all are mentioned.
 */
export function findMentions(
  text: string,
  colleagues: readonly Colleague[],
): { text: string; mentions: Mention[] } {
  const small = text.toLowerCase();
  // A few capitals have no small letter of the same length; then capitals count.
  const isFolded = small.length === text.length;
  const called = new Map<string, Colleague[]>();
  for (const one of colleagues)
    for (const as of [one.name, one.email]) {
      const key = isFolded ? as.toLowerCase() : as;
      called.set(key, [...(called.get(key) ?? []), one]);
    }
  const keys = [...called.keys()];
  const mentioned = new Map<string, string>();
  let written = "";
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(at + 1, from))) {
    const key = namedAt(isFolded ? small : text, at, keys);
    const meant = (key !== undefined && called.get(key)) || [];
    const [first] = meant;
    if (key === undefined || !first) continue;
    for (const { id, name } of meant) mentioned.set(id, name);
    written += `${text.slice(from, at)}@${first.name}`;
    from = at + 1 + key.length;
  }
  const mentions = [...mentioned].map(([personId, words]) => ({ personId, words }));
  return { text: written + text.slice(from), mentions };
}

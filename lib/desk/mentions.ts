import { namedAt } from "../markdown/mentions";

export type Colleague = { id: string; name: string; email: string };
/** `words` is what is behind an @ of the note, as it is written. */
export type Mention = { personId: string; words: string };
/** A name that several colleagues have, as it is written, and the addresses that tell them apart. */
export type Ambiguous = { name: string; addresses: string[] };

/**
 * Whom a text mentions by an @ with their name or address, in capitals or not. A name that several have mentions none of
 * them: the first one is returned.
 */
export function findMentions(
  text: string,
  colleagues: readonly Colleague[],
): { mentions: Mention[]; ambiguous?: Ambiguous } {
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
  const mentions = new Map<string, Mention>();
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(at + 1, from))) {
    const key = namedAt(isFolded ? small : text, at, keys);
    const meant = (key !== undefined && called.get(key)) || [];
    const [first, ...others] = meant;
    if (key === undefined || !first) continue;
    from = at + 1 + key.length;
    const words = text.slice(at + 1, from);
    if (others.length > 0)
      return { mentions: [], ambiguous: { name: words, addresses: meant.map(({ email }) => email) } };
    mentions.set(`${first.id} ${words}`, { personId: first.id, words });
  }
  return { mentions: [...mentions.values()] };
}

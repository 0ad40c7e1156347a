/** What a text has behind an @, and how whom it stands for is called now. */
export type Mentioned = { words: string; name: string };

const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);

/**
 * The longest of `names` that stands behind the @ at this place; undefined where the @ or the name is part of a longer
 * word.
 */
export function namedAt(text: string, at: number, names: readonly string[]): string | undefined {
  if (isWord(text[at - 1])) return undefined;
  return names
    .filter(name => text.startsWith(name, at + 1) && !isWord(text[at + 1 + name.length]))
    .reduce<string | undefined>(
      (longest, name) => (longest && longest.length >= name.length ? longest : name),
      undefined,
    );
}

/** Cuts a text into what `plain` and `mention` make of its parts. */
export function markMentions(
  text: string,
  mentions: readonly Mentioned[],
  { plain, mention }: { plain: (text: string) => string; mention: (name: string) => string },
): string {
  const names = new Map(mentions.map(({ words, name }) => [words, name]));
  const all = [...names.keys()];
  let marked = "";
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(at + 1, from))) {
    const words = namedAt(text, at, all);
    if (words === undefined) continue;
    marked += plain(text.slice(from, at)) + mention(names.get(words) ?? words);
    from = at + 1 + words.length;
  }
  return marked + plain(text.slice(from));
}

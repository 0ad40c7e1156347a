/**
 * Makes something of a text once, and remembers up to `most` characters of texts and what became of them; then it
 * begins again. Only for what depends on nothing but the text: anyone who may see the text may see the result.
 */
export function keepByText<T extends string>(make: (text: string) => T, most: number): (text: string) => T {
  const kept = new Map<string, T>();
  let length = 0;
  return text => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    const added = text.length + made.length;
    if (added > most) return made;
    if (length + added > most) {
      kept.clear();
      length = 0;
    }
    kept.set(text, made);
    length += added;
    return made;
  };
}

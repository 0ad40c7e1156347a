/** Reads the texts of a language from its file, which is loaded once; undefined where there is no such file. */
export function readEachOnce<T>(loads: Partial<Record<string, () => Promise<{ texts: T }>>>) {
  const reading = new Map<string, Promise<T>>();
  return (language: string): Promise<T> | undefined => {
    const load = loads[language];
    if (!load) return undefined;
    const texts = reading.get(language) ?? load().then(({ texts }) => texts);
    reading.set(language, texts);
    // Whoever asks again may be luckier.
    texts.catch(() => reading.delete(language));
    return texts;
  };
}

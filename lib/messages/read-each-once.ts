/** Reads the texts of a language from its file, which is loaded once; undefined where there is no such file. */
export function readEachOnce<T>(loads: Partial<Record<string, () => Promise<{ texts: T }>>>) {
  const reading: Partial<Record<string, Promise<T>>> = {};
  return (language: string): Promise<T> | undefined =>
    (reading[language] ??= loads[language]?.().then(
      ({ texts }) => texts,
      error => {
        // Whoever asks again may be luckier.
        delete reading[language];
        throw error;
      },
    ));
}

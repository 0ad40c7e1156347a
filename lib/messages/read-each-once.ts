type Loads<T> = Partial<Record<string, () => Promise<{ texts: T }>>>;

const fail = (error: unknown): never => {
  throw error;
};

/**
 * Reads the texts of a language from its file, which is loaded once; undefined where there is no such file.
 * @param lost what to do when it does not come; whoever asks again loads it again
 */
export function readEachOnce<T>(loads: Loads<T>, lost: (error: unknown) => T | Promise<T> = fail) {
  const reading: Partial<Record<string, Promise<T>>> = {};
  return (language: string): Promise<T> | undefined =>
    (reading[language] ??= loads[language]?.().then(
      ({ texts }) => texts,
      error => {
        delete reading[language];
        return lost(error);
      },
    ));
}

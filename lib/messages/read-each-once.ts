type Loads<T> = Partial<Record<string, () => Promise<{ texts: T }>>>;

const fail = (error: unknown): never => {
  throw error;
};

/**
 * Reads the texts of a language from its file, which is loaded once; undefined where there is no such file.
 * @param onFailure what stands for the texts if the file cannot be loaded: by default the promise is rejected. It is not kept, so the
 * next caller loads the file again
 */
export function readEachOnce<T>(loads: Loads<T>, onFailure: (error: unknown) => T | Promise<T> = fail) {
  const reading: Partial<Record<string, Promise<T>>> = {};
  return (language: string): Promise<T> | undefined =>
    (reading[language] ??= loads[language]?.().then(
      ({ texts }) => texts,
      error => {
        delete reading[language];
        return onFailure(error);
      },
    ));
}

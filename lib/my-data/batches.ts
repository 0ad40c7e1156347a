import "server-only";

export const batchSize = 100;

/** @param read the batch after the given key, in key order */
export async function* inBatches<T, K>(
  read: (after: K | undefined) => Promise<T[]>,
  keyOf: (row: T) => K,
): AsyncGenerator<T> {
  let after: K | undefined;
  for (;;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return;
    after = keyOf(last);
  }
}

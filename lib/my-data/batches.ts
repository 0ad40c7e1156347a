import "server-only";

export const batchSize = 100;

/**
 * Walks all rows of somebody by a key that only grows, a batch at a time, so that no answer of the database is large.
 * @param read a batch of rows behind the given key, in its order
 */
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

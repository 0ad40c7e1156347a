import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const transactions = new AsyncLocalStorage<true>();

/** Marks `work` as running inside a transaction, so that `keepOutOfTransactions` can detect it. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return transactions.run(true, work);
}

/**
 * Hashing and the like take tens of milliseconds; in a transaction, a few at once would drain the pool.
 * @throws Error
 */
export function keepOutOfTransactions(work: string): void {
  if (transactions.getStore())
    throw new Error(`${work} inside a transaction. Prepare it before the transaction begins.`);
}

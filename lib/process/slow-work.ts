import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const transactions = new AsyncLocalStorage<true>();

/** Marks `work` as running inside a transaction, so that `keepOutOfTransactions` can detect it. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return transactions.run(true, work);
}

/**
 * Guards work of tens of milliseconds, such as hashing: inside a transaction it would hold a connection and locks,
 * and a few forms at once would drain the pool.
 * @throws Error inside a transaction, which is always a bug
 */
export function keepOutOfTransactions(work: string): void {
  if (transactions.getStore())
    throw new Error(`${work} inside a transaction. Prepare it before the transaction begins.`);
}

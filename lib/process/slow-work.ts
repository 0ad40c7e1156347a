import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const transactions = new AsyncLocalStorage<true>();

/** Runs what belongs to a transaction, so that slow work in it is found out. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return transactions.run(true, work);
}

/**
 * Work of tens of milliseconds, such as hashing, holds a connection and its locks for as long if it is done inside a
 * transaction: a few forms at once would take the whole pool.
 * @throws Error inside a transaction; always a fault of ours
 */
export function keepOutOfTransactions(work: string): void {
  if (transactions.getStore())
    throw new Error(`${work} inside a transaction. Prepare it before the transaction begins.`);
}

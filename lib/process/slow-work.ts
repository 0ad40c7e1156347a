import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const transactions = new AsyncLocalStorage<true>();

export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return transactions.run(true, work);
}

/** Slow work such as hashing, a few at once, would drain the connection pool. @throws Error inside a transaction */
export function keepOutOfTransactions(work: string): void {
  if (transactions.getStore())
    throw new Error(`${work} inside a transaction. Prepare it before the transaction begins.`);
}

import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { Prisma, PrismaClient } from "./generated/client";
import { perProcess } from "./per-process";

export { Prisma };
export type Tx = Prisma.TransactionClient;

/** The one client of this process. */
export const db = () => perProcess("database", connect);

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 3_000,
      idle_in_transaction_session_timeout: 15_000,
      statement_timeout: 10_000,
    }),
  });
}

/** Runs `work` in one short transaction; a throw undoes all of it. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 3_000, timeout: 8_000 });
}

const unreachable = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "57P01",
  "57P03",
  "53300",
  "08006",
  "08001",
]);

/** Whether an error means that the database cannot be reached now, as opposed to a fault of ours. */
export function isDatabaseDown(error: unknown): boolean {
  for (
    let cause: unknown = error, depth = 0;
    cause instanceof Error && depth < 5;
    cause = cause.cause, depth++
  ) {
    const code = "code" in cause ? String(cause.code) : "";
    if (unreachable.has(code)) return true;
    if (
      /Can't reach database|terminating connection|Connection terminated|timeout exceeded when trying to connect|Server has closed the connection|DatabaseNotReachable|ConnectionClosed/i.test(
        cause.message,
      )
    )
      return true;
  }
  return false;
}

/** Whether an error is the refusal of a second row where only one may be. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

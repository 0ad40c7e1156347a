import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Pool, type QueryConfig, type QueryResult, types } from "pg";
import { env } from "./env";
import { Prisma, PrismaClient } from "./generated/client";
import { type LimitedQuery, prepareStatements } from "./prepared-statements";
import { perProcess } from "./process/per-process";
import { insideTransaction } from "./process/slow-work";

export { Prisma };
export type Tx = Prisma.TransactionClient;

export const db = () => perProcess("database", connect);

/** One connection listens for live pages, up to six belong to the queue, and the rest serve pages and jobs. */
export function shareConnections(): { pages: number; worker: number } {
  const all = env().DATABASE_POOL_SIZE;
  const worker = Math.min(6, Math.max(2, Math.floor(all / 3)));
  return { pages: all - worker - 1, worker };
}

// Set after connecting, because poolers such as PgBouncer refuse these as startup parameters.
const timeouts = "set statement_timeout = '10s'; set idle_in_transaction_session_timeout = '15s'";

const opened = () => perProcess("database pool", () => ({ pool: undefined as Pool | undefined }));

class Adapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    opened().pool = adapter.underlyingDriver();
    return adapter;
  }
}

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new Adapter({
      connectionString: env().DATABASE_URL,
      max: shareConnections().pages,
      connectionTimeoutMillis: 3_000,
      // A new connection has planned nothing: on a desk that is visited now and then, each page would begin with one.
      idleTimeoutMillis: 300_000,
      keepAlive: true,
      ...prepareStatements(env().DATABASE_PREPARED, timeouts),
    }),
    // More detail would log the arguments of failed queries.
    errorFormat: "minimal",
  });
}

const readAnyMoment = types.getTypeParser(types.builtins.TIMESTAMPTZ);
const isOfOurTime = /^[12]\d{3}-[-\d: .]+[+-]\d\d$/;

/**
 * V8 reads a moment as PostgreSQL writes it in less than half of the time that the parser of `pg` takes, for hundreds on a
 * page of a search. It takes the year 1 for 2001, and does not know infinity.
 */
const readMoment = (written: string): unknown =>
  isOfOurTime.test(written) ? new Date(written) : readAnyMoment(written);

const readers: QueryConfig["types"] = {
  getTypeParser: (type: number) =>
    type === types.builtins.TIMESTAMPTZ ? readMoment : types.getTypeParser(type),
};

/** Past Prisma, on its connections: for what it cannot say. */
export async function ask<R extends object>(query: QueryConfig | LimitedQuery): Promise<QueryResult<R>> {
  const known = opened();
  if (!known.pool || known.pool.ending) await db().$connect();
  if (!known.pool) throw new Error("Prisma has opened no connections.");
  return known.pool.query<R>({ types: readers, ...query });
}

/**
 * Reads by one statement that every visit of a page asks: past Prisma it takes a third of the server's time. Values are
 * those of `pg`: a bigint is text, JSON is parsed.
 */
export async function readRows<R extends object>(sql: Prisma.Sql): Promise<R[]> {
  const { rows } = await ask<R>({ text: sql.text, values: sql.values });
  return rows;
}

/** Reads by one statement, prepared like others, that the database ends after so many milliseconds. */
export async function readWithin<R extends object>(milliseconds: number, sql: Prisma.Sql): Promise<R[]> {
  const { rows } = await ask<R>({ text: sql.text, values: sql.values, milliseconds });
  return rows;
}

export function transaction<T>(work: (tx: Tx) => Promise<T>, seconds = 8): Promise<T> {
  return db().$transaction(tx => insideTransaction(() => work(tx)), {
    maxWait: 3_000,
    timeout: seconds * 1_000,
  });
}

const unreachable = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ENOTFOUND",
  "ECONNRESET",
  "ETIMEDOUT",
  "57P01",
  "57P03",
  "53300",
  "08006",
  "08001",
]);

/** Whether an error means that the database is unreachable right now, as opposed to a bug. */
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

/** Whether an error means that the database accepts no writes: its disk is full, or it is a standby. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && /\b(53100|25006)\b|No space left on device/.test(messageOf(error));
}

const messageOf = (error: Error): string =>
  `${"code" in error ? error.code : ""} ${error.message} ${error.cause instanceof Error ? messageOf(error.cause) : JSON.stringify(error.cause ?? "")}`;

export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

export function isStatementTimeout(error: unknown): boolean {
  return error instanceof Error && /canceling statement due to statement timeout/.test(error.message);
}

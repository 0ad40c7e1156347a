import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "../db";
import { logError, logInfo } from "../log";

export type Health = { database: boolean; writable: boolean };

/** How long an answer is repeated, so that any number of callers costs one query. */
const answerMs = 2_000;
const writeMs = 15_000;
/** Noticing a lost connection can take longer than the caller is willing to wait. */
const patienceMs = 5_000;

let latest: { until: number; health: Promise<Health> } | undefined;
let writable = { is: true, until: 0 };

/** Whether the desk can do its work; safe to show to strangers. */
export function readHealth(): Promise<Health> {
  if (!latest || latest.until < performance.now())
    latest = { until: performance.now() + answerMs, health: look() };
  return latest.health;
}

async function look(): Promise<Health> {
  const database = await succeeds(db().$queryRaw`select 1`);
  if (!database) return { database, writable: false };
  if (writable.until < performance.now()) {
    const is = await succeeds(probe());
    if (is && !writable.is) logInfo("the database can be written to again");
    writable = { is, until: is ? performance.now() + writeMs : 0 };
  }
  return { database, writable: writable.is };
}

/**
 * Truncating allocates a new file, so it needs a free disk block. A backup that reads the table blocks it, which says
 * nothing about the disk.
 */
async function probe(): Promise<void> {
  try {
    await db().$transaction([
      db().$executeRaw`set local lock_timeout = '200ms'`,
      db().$executeRaw`truncate write_probes`,
      db().$executeRaw`insert into write_probes default values`,
    ]);
  } catch (error) {
    if (error instanceof Error && /lock timeout|55P03/.test(error.message)) return;
    if (writable.is) logError("the database cannot be written to", error);
    throw error;
  }
}

async function succeeds(work: PromiseLike<unknown>): Promise<boolean> {
  const tooLate = new AbortController();
  const answer = Promise.resolve(work).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, pause(patienceMs, false, { signal: tooLate.signal })]);
  } finally {
    tooLate.abort();
  }
}

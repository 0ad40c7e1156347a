import "server-only";
import { Logger, type Runner, run, runOnce, type TaskList } from "graphile-worker";
import { before, minutes } from "./clock";
import { db, shareConnections, type Tx } from "./db";
import { env } from "./env";
import { logError } from "./log";

type JobOptions = {
  /** At most one job waits per key; a later one replaces it. */
  key?: string;
  runAt?: Date;
  /** Keeps the waiting job's time instead of replacing it. */
  keepsTime?: boolean;
};

/** Takes part in the caller's transaction. */
export async function addJob(
  tx: Pick<Tx, "$executeRaw">,
  name: string,
  payload: object,
  { key, runAt, keepsTime = false }: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
      job_key => ${key ?? null}::text, run_at => ${runAt ?? null}::timestamptz,
      job_key_mode => ${keepsTime ? "preserve_run_at" : "replace"})`;
}

const logger = new Logger(() => (level, message) => {
  if (level === "error") logError("the queue reports a fault", message);
});

const options = () => ({
  connectionString: env().DATABASE_URL,
  logger,
  noHandleSignals: true,
  // Connections of the queue itself, one of which listens for jobs; the jobs use the pages' pool.
  maxPoolSize: shareConnections().worker,
  concurrency: Math.min(4, shareConnections().worker - 1),
});

export function startWorker(taskList: TaskList, crontab: string): Promise<Runner> {
  return run({ ...options(), taskList, crontab });
}

/** For cron calls, where nothing may keep running. */
export function workOnce(taskList: TaskList): Promise<void> {
  return runOnce({ ...options(), taskList });
}

/** The queue itself would wait four hours. No send takes five minutes, so an older lock has no owner. */
export async function releaseAbandonedJobs(at: Date): Promise<void> {
  const rows = await db().$queryRaw<{ worker: string }[]>`
    select distinct locked_by as worker from graphile_worker.jobs where locked_at < ${before(at, minutes(5))}`;
  if (rows.length === 0) return;
  const workers = rows.map(row => row.worker);
  await db().$queryRaw`select graphile_worker.force_unlock_workers(${workers}::text[]) is null as done`;
}

import "server-only";
import { Logger, type Runner, run, runOnce, type TaskList } from "graphile-worker";
import { before, minutes } from "./clock";
import { db, shareConnections, type Tx } from "./db";
import { env } from "./env";
import { logError } from "./log";

type JobOptions = {
  /** One job at most waits under a key: a later one takes its place. */
  key?: string;
  runAt?: Date;
  /** Leaves a job that waits under the key at its time. */
  keepsTime?: boolean;
};

/** Adds a job to the queue; in a transaction, with it. */
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

/** The queue's own chatter is dropped; what goes wrong is logged. */
const logger = new Logger(() => (level, message) => {
  if (level === "error") logError("the queue reports a fault", message);
});

const options = () => ({
  connectionString: env().DATABASE_URL,
  logger,
  noHandleSignals: true,
  // One of them listens for new jobs; the jobs themselves use the connections of the pages.
  maxPoolSize: shareConnections().worker,
  concurrency: Math.min(4, shareConnections().worker - 1),
});

/** Works the queue until stopped; wakes within milliseconds of a new job. */
export function startWorker(taskList: TaskList, crontab: string): Promise<Runner> {
  return run({ ...options(), taskList, crontab });
}

/** Works what is due now and returns: for a cron call where nothing may stay running. */
export function workOnce(taskList: TaskList): Promise<void> {
  return runOnce({ ...options(), taskList });
}

/**
 * Gives back the jobs of workers that died with them in hand; the queue itself would wait four hours.
 * No send lasts five minutes, so a lock older than that has no owner.
 */
export async function releaseAbandonedJobs(at: Date): Promise<void> {
  const rows = await db().$queryRaw<{ worker: string }[]>`
    select distinct locked_by as worker from graphile_worker.jobs where locked_at < ${before(at, minutes(5))}`;
  if (rows.length === 0) return;
  const workers = rows.map(row => row.worker);
  await db().$queryRaw`select graphile_worker.force_unlock_workers(${workers}::text[]) is null as done`;
}

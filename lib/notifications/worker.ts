import "server-only";
import {
  type JobHelpers,
  Logger,
  makeWorkerUtils,
  type Runner,
  run,
  runOnce,
  type TaskList,
} from "graphile-worker";
import { minutes } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { logError } from "../log";
import { deliver } from "./deliver";

/** The queue's own chatter is dropped; what goes wrong is logged. */
const logger = new Logger(() => (level, message) => {
  if (level === "error") logError("the queue reports a fault", message);
});

const deliveryTasks: TaskList = {
  deliver: async (payload, { job }: JobHelpers) => {
    const { id } = payload as { id: string };
    await deliver(id, job.attempts >= job.max_attempts);
  },
};

const options = () => ({
  connectionString: env().DATABASE_URL,
  logger,
  noHandleSignals: true,
  maxPoolSize: 6,
  concurrency: 4,
});

/** Works the queue until stopped; wakes within milliseconds of a new job. */
export function startWorker(tasks: TaskList, crontab: string): Promise<Runner> {
  return run({ ...options(), taskList: { ...deliveryTasks, ...tasks }, crontab });
}

/** Works what is due now and returns: for a cron call where nothing may stay running. */
export function workOnce(tasks: TaskList): Promise<void> {
  return runOnce({ ...options(), taskList: { ...deliveryTasks, ...tasks } });
}

/**
 * Gives back the jobs of workers that died with them in hand; the queue itself would wait four hours.
 * No send lasts five minutes, so a lock older than that has no owner.
 */
export async function releaseAbandonedJobs(at: Date): Promise<void> {
  const before = new Date(at.getTime() - minutes(5));
  const rows = await db().$queryRaw<{ worker: string }[]>`
    select distinct locked_by as worker from graphile_worker.jobs where locked_at < ${before}`;
  if (rows.length === 0) return;
  const utils = await makeWorkerUtils({ connectionString: env().DATABASE_URL, logger });
  try {
    await utils.forceUnlockWorkers(rows.map(row => row.worker));
  } finally {
    await utils.release();
  }
}

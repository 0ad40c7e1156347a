import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { type JobHelpers, Logger, type Runner, run, runOnce, type TaskList } from "graphile-worker";
import { before, later, minutes, now } from "../clock";
import { db, shareConnections } from "../db";
import { env } from "../env";
import { logError } from "../log";
import { deliver } from "./deliver";
import { digest, gather } from "./gather";
import { takePlace } from "./mail-rate";
import { reviveGatherings } from "./schedule";

/** The queue's own chatter is dropped; what goes wrong is logged. */
const logger = new Logger(() => (level, message) => {
  if (level === "error") logError("the queue reports a fault", message);
});

const deliveryTasks: TaskList = {
  deliver: async (payload, { addJob }: JobHelpers) => {
    const { id } = payload as { id: string };
    const again = (await waitForPlace()) ?? (await deliver(id));
    if (again) await addJob("deliver", { id }, { jobKey: id, runAt: again });
  },
  gather: async payload => gather(payload as { personId: string; requestId: string }, now()),
  digest: async payload => digest((payload as { personId: string }).personId, now()),
  revive_gatherings: async () => reviveGatherings(now()),
  revive_deliveries: async () => reviveDeliveries(now()),
};

const options = () => ({
  connectionString: env().DATABASE_URL,
  logger,
  noHandleSignals: true,
  // One of them listens for new jobs; the jobs themselves use the connections of the pages.
  maxPoolSize: shareConnections().worker,
  concurrency: Math.min(4, shareConnections().worker - 1),
});

/** Waits for a place among the mails that leave; if that takes long, answers when to ask again instead. */
async function waitForPlace(): Promise<Date | null> {
  const longestMs = 5_000;
  for (const since = now().getTime(); ; ) {
    const waitMs = await takePlace(now());
    if (waitMs === 0) return null;
    // Spread a little, so that all that wait do not come back at once.
    if (now().getTime() - since + waitMs > longestMs) return later(now(), waitMs + longestMs * Math.random());
    await pause(waitMs);
  }
}

/**
 * Deliveries are the truth and the queue only wakes us: what is due and has no job, because a process died between
 * the two, gets one.
 */
export async function reviveDeliveries(at: Date): Promise<void> {
  await db().$queryRaw`
    select graphile_worker.add_job('deliver', json_build_object('id', id), job_key => id::text) is null as done
    from deliveries
    where ((state = 'pending' and "dueAt" < ${before(at, minutes(1))})
        or (state = 'sending' and "leaseUntil" < ${at})
        or (state = 'held' and "heldUntil" < ${before(at, minutes(1))}))
      and not exists (select 1 from graphile_worker.jobs where key = deliveries.id::text and locked_at is null)
    limit 500`; // index on (state, dueAt)
}

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
  const workers = rows.map(row => row.worker);
  await db().$queryRaw`select graphile_worker.force_unlock_workers(${workers}::text[]) is null as done`;
}

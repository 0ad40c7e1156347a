import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { JobHelpers, TaskList } from "graphile-worker";
import { before, later, minutes, now } from "../clock";
import { db } from "../db";
import { deliver } from "./deliver";
import { endExpiredMails } from "./emptying";
import { digest, gather } from "./gather";
import { takePlace } from "./mail-rate";
import { reviveGatherings } from "./schedule";

/** The jobs that send mail. */
export const mailTasks: TaskList = {
  deliver: async (payload, { addJob }: JobHelpers) => {
    const { id } = payload as { id: string };
    const again = (await waitForPlace()) ?? (await deliver(id));
    if (again) await addJob("deliver", { id }, { jobKey: id, runAt: again });
  },
  gather: async payload => gather(payload as { personId: string; requestId: string }, now()),
  digest: async payload => digest((payload as { personId: string }).personId, now()),
  revive_gatherings: async () => reviveGatherings(now()),
  revive_deliveries: async () => {
    await endExpiredMails(now());
    await reviveDeliveries(now());
  },
};

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

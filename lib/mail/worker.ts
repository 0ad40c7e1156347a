import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { JobHelpers, TaskList } from "graphile-worker";
import { before, later, minutes, now } from "../clock";
import { db } from "../db";
import { deliver } from "./deliver";
import { endExpiredMails } from "./emptying";
import { digest, gather } from "./gather";
import { takePlace } from "./rate";
import { reviveGatherings } from "./schedule";

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

async function waitForPlace(): Promise<Date | null> {
  const longestMs = 5_000;
  for (const since = now().getTime(); ; ) {
    const waitMs = await takePlace(now());
    if (waitMs === 0) return null;
    if (now().getTime() - since + waitMs > longestMs) return later(now(), waitMs + longestMs * Math.random());
    await pause(waitMs);
  }
}

/** Creates jobs that a process may have lost: deliveries, not jobs, are authoritative. */
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

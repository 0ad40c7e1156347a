import "server-only";
import { before, days, minutes } from "../clock";
import { db } from "../db";
import { wakeRun } from "./start";

/** Notes that a worker is at it; false where it has ended. */
export async function markWorked(id: string, at: Date): Promise<boolean> {
  const { count } = await db().bulkRun.updateMany({ where: { id, endedAt: null }, data: { workedAt: at } });
  return count > 0;
}

/** Once nothing waits any more. */
export async function endRun(id: string, at: Date): Promise<void> {
  await db().bulkRun.updateMany({
    where: { id, endedAt: null, items: { none: { state: "waiting" } } },
    data: { endedAt: at },
  });
}

/** Wakes the worker for runs whose job a process may have lost: the rows, not the jobs, are authoritative. */
export async function reviveRuns(at: Date): Promise<void> {
  const lost = await db().bulkRun.findMany({
    where: { endedAt: null, workedAt: { lt: before(at, minutes(1)) } }, // index bulk_runs_ended
    take: 100,
    select: { id: true },
  });
  for (const { id } of lost) await wakeRun(db(), id);
}

const keptForDays = 30;

export async function sweepRuns(at: Date): Promise<void> {
  await db().bulkRun.deleteMany({ where: { endedAt: { lt: before(at, days(keptForDays)) } } }); // index bulk_runs_ended
}

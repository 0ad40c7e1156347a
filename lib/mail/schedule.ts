import "server-only";
import { db, type Tx } from "../db";
import type { Act } from "../events/act";
import type { MailPace } from "../generated/enums";
import { addJob } from "../queue";
import { digestAt, gatherAt } from "./rhythm";

type Waiting = { personId: string; requestId: string; pace: MailPace };

export async function scheduleGathering(
  { tx, at }: Act,
  { personId, requestId, pace }: Waiting,
): Promise<void> {
  if (pace === "daily") {
    const { timeZone } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { timeZone: true },
    });
    return wakeForDigest(tx, personId, digestAt(at, timeZone));
  }
  const first = await tx.notice.findFirst({
    where: { personId, requestId, gatherFor: { not: null } },
    orderBy: { id: "asc" }, // index notices_to_gather
    select: { createdAt: true },
  });
  await wakeToGather(tx, personId, requestId, gatherAt(first?.createdAt ?? at, at));
}

export async function wakeToGather(tx: Tx, personId: string, requestId: string, runAt: Date): Promise<void> {
  await addJob(tx, "gather", { personId, requestId }, { key: `gather:${personId}:${requestId}`, runAt });
}

/** A digest already scheduled keeps its time. */
export async function wakeForDigest(tx: Tx, personId: string, runAt: Date): Promise<void> {
  await addJob(tx, "digest", { personId }, { key: `digest:${personId}`, runAt, keepsTime: true });
}

/** Creates missing jobs; the notices, not the jobs, are authoritative. */
export async function reviveGatherings(at: Date): Promise<void> {
  await db().$executeRaw`
    select graphile_worker.add_job('gather', json_build_object('personId', "personId", 'requestId', "requestId"),
      job_key => 'gather:' || "personId" || ':' || "requestId")
    from (select distinct "personId", "requestId" from notices
          where "gatherFor" = 'gathered' and "createdAt" < ${at}::timestamptz - interval '15 minutes' limit 500) as late`; // index notices_to_gather
  await db().$executeRaw`
    select graphile_worker.add_job('digest', json_build_object('personId', "personId"),
      job_key => 'digest:' || "personId")
    from (select distinct "personId" from notices
          where "gatherFor" = 'daily' and "createdAt" < ${at}::timestamptz - interval '25 hours' limit 500) as late`; // index notices_to_gather
}

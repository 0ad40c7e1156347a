import "server-only";
import { db, type Tx, transaction } from "../db";
import { readReader, readTellable } from "../rendering/tellable";
import { isCustomerOf } from "../requests/policy";
import { queueMail } from "./queue";
import { wakeForDigest } from "./schedule";

const maxTold = 100;

type About = { personId: string; requestId: string };
type Waiting = { id: bigint; eventId: bigint; requestId: string; kind?: string };

/** Mails what has waited about one request; of two concurrent calls only one does. */
export function gather(about: About, at: Date): Promise<void> {
  return transaction(tx => gatherIn(tx, about, at));
}

export async function gatherIn(tx: Tx, { personId, requestId }: About, at: Date): Promise<void> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    select id, "eventId", "requestId" from notices
    where "personId" = ${personId}::uuid and "requestId" = ${requestId}::uuid and "gatherFor" is not null
    order by id for update`; // index notices_to_gather
  const reader = await readReader(tx, personId);
  const [request] = await readTellable(tx, reader, waiting);
  const eventId = lastEventOf(waiting);
  if (!reader || !request || eventId === null) return settle(tx, waiting, null);
  const kind = isCustomerOf(reader, request) ? "gathered" : "gathered_for_agent";
  const mail = { kind, personId, to: reader.email, facts: {} } as const;
  await settle(tx, waiting, await queueMail(tx, mail, { eventId, requestId, at }));
}

export function digest(personId: string, at: Date): Promise<void> {
  return transaction(async tx => {
    const waiting = await tx.$queryRaw<Waiting[]>`
      select id, "eventId", "requestId" from notices
      where "personId" = ${personId}::uuid and "gatherFor" = 'daily' order by id limit ${maxTold} for update`; // index notices_to_gather
    await tellSeveral(tx, { kind: "daily_digest", personId, at }, waiting);
    if (waiting.length === maxTold) await wakeForDigest(tx, personId, at);
  });
}

/** Mails people what a bulk run has done to several of their requests. Whoever has been told is not told again. */
export async function gatherRun(runId: string, at: Date): Promise<void> {
  for (;;) {
    const next = await db().notice.findFirst({ where: { runId }, select: { personId: true } }); // index notices_of_run
    if (!next) return;
    await transaction(async tx => {
      const waiting = await tx.$queryRaw<Waiting[]>`
        select id, "eventId", "requestId", kind from notices
        where "runId" = ${runId}::uuid and "personId" = ${next.personId}::uuid order by id limit ${maxTold} for update`; // index notices_of_run
      await tellSeveral(tx, { kind: "several_requests", personId: next.personId, at }, waiting);
    });
  }
}

type Several = { kind: "daily_digest" | "several_requests"; personId: string; at: Date };

/** One mail about all the requests that its reader may still know of. */
async function tellSeveral(tx: Tx, { kind, personId, at }: Several, waiting: Waiting[]): Promise<void> {
  const reader = await readReader(tx, personId);
  const requests = await readTellable(tx, reader, waiting);
  const isTold = ({ requestId }: Waiting) => requests.some(({ id }) => id === requestId);
  const told = waiting.filter(isTold);
  const eventId = lastEventOf(told);
  if (!reader || eventId === null) return settle(tx, waiting, null);
  const mail = { kind, personId, to: reader.email, facts: {} } as const;
  await settle(tx, told, await queueMail(tx, mail, { eventId, requestId: null, at }));
  await settle(
    tx,
    waiting.filter(notice => !isTold(notice)),
    null,
  );
}

/** What it tells of, except requests that its reader was removed from since. */
export const noticesIn = (deliveryId: string) =>
  db().notice.findMany({
    where: { deliveryId }, // index notices_of_delivery
    select: { requestId: true, kind: true },
  });

const lastEventOf = (waiting: Waiting[]) =>
  waiting.reduce<bigint | null>(
    (last, { eventId }) => (last === null || eventId > last ? eventId : last),
    null,
  );

async function settle(tx: Tx, waiting: Waiting[], deliveryId: string | null): Promise<void> {
  if (waiting.length === 0) return;
  await tx.notice.updateMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    data: { gatherFor: null, runId: null, deliveryId },
  });
}

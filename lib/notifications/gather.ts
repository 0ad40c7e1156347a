import "server-only";
import { actorColumns, type PersonActor } from "../actor";
import { db, type Prisma, type Tx, transaction } from "../db";
import { isCustomerOf, standingColumns, visibleTo } from "../requests/policy";
import { queueMail } from "./queue";
import { wakeForDigest } from "./schedule";

const maxTold = 100;

type About = { personId: string; requestId: string };
type Waiting = { id: bigint; eventId: bigint; requestId: string };

/** Has one person mailed what has waited about one request. Two at once have it mailed once. */
export function gather(about: About, at: Date): Promise<void> {
  return transaction(tx => gatherIn(tx, about, at));
}

/** The same inside a transaction of somebody else's. */
export async function gatherIn(tx: Tx, { personId, requestId }: About, at: Date): Promise<void> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    select id, "eventId", "requestId" from notices
    where "personId" = ${personId}::uuid and "requestId" = ${requestId}::uuid and "gatherFor" is not null
    order by id for update`; // index notices_to_gather
  const reader = await readerOf(tx, personId);
  const [request] = await readTellable(tx, reader, waiting);
  const eventId = lastEventOf(waiting);
  if (!reader || !request || eventId === null) return settle(tx, waiting, null);
  const kind = isCustomerOf(reader, request) ? "gathered" : "gathered_for_agent";
  const mail = { kind, personId, to: reader.email, facts: {} } as const;
  await settle(tx, waiting, await queueMail(tx, mail, { eventId, requestId, at }));
}

/** Has one person mailed what has waited about all their requests. Two at once have it mailed once. */
export function digest(personId: string, at: Date): Promise<void> {
  return transaction(async tx => {
    const waiting = await tx.$queryRaw<Waiting[]>`
      select id, "eventId", "requestId" from notices
      where "personId" = ${personId}::uuid and "gatherFor" = 'daily' order by id limit ${maxTold} for update`; // index notices_to_gather
    const reader = await readerOf(tx, personId);
    const requests = await readTellable(tx, reader, waiting);
    const isTold = ({ requestId }: Waiting) => requests.some(({ id }) => id === requestId);
    const told = waiting.filter(isTold);
    const eventId = lastEventOf(told);
    if (!reader || eventId === null) return settle(tx, waiting, null);
    const mail = { kind: "daily_digest", personId, to: reader.email, facts: {} } as const;
    await settle(tx, told, await queueMail(tx, mail, { eventId, requestId: null, at }));
    await settle(
      tx,
      waiting.filter(notice => !isTold(notice)),
      null,
    );
    // The rest follows in a mail of its own.
    if (waiting.length === maxTold) await wakeForDigest(tx, personId, at);
  });
}

/** Whether the reader of a digest that is rendered already may still read all of it. */
export async function maySeeAllOf(personId: string, requestIds: string[]): Promise<boolean> {
  const waiting = requestIds.map(requestId => ({ requestId }));
  const requests = await readTellable(db(), await readerOf(db(), personId), waiting);
  return requestIds.every(requestId => requests.some(({ id }) => id === requestId));
}

/** The requests that a digest tells of, but for those that its reader was taken off since. */
export async function requestsIn(deliveryId: string): Promise<string[]> {
  const notices = await db().notice.findMany({
    where: { deliveryId }, // index notices_of_delivery
    distinct: ["requestId"],
    select: { requestId: true },
  });
  return notices.map(({ requestId }) => requestId);
}

/** The requests among these that the reader may see and wants to hear of. */
export const tellableAmong = (
  reader: PersonActor,
  waiting: { requestId: string }[],
): Prisma.ServiceRequestWhereInput => ({
  AND: [
    visibleTo(reader),
    { id: { in: [...new Set(waiting.map(({ requestId }) => requestId))] } },
    { members: { none: { personId: reader.id, mutedAt: { not: null } } } },
  ],
});

async function readTellable(tx: Tx, reader: PersonActor | null, waiting: { requestId: string }[]) {
  if (!reader || waiting.length === 0) return [];
  return tx.serviceRequest.findMany({
    where: tellableAmong(reader, waiting),
    select: { id: true, ...standingColumns },
  });
}

const lastEventOf = (waiting: Waiting[]) =>
  waiting.reduce<bigint | null>(
    (last, { eventId }) => (last === null || eventId > last ? eventId : last),
    null,
  );

async function settle(tx: Tx, waiting: Waiting[], deliveryId: string | null): Promise<void> {
  if (waiting.length === 0) return;
  await tx.notice.updateMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    data: { gatherFor: null, deliveryId },
  });
}

async function readerOf(tx: Tx, personId: string): Promise<PersonActor | null> {
  const person = await tx.person.findFirst({
    where: { id: personId, suspendedAt: null },
    select: actorColumns,
  });
  return person && { kind: "person", ...person };
}

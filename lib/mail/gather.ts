import "server-only";
import { db, type Tx, transaction } from "../db";
import { readReader, readTellable } from "../rendering/tellable";
import { isCustomerOf } from "../requests/policy";
import { queueMail } from "./queue";
import { wakeForDigest } from "./schedule";

const maxTold = 100;

type About = { personId: string; requestId: string };
type Waiting = { id: bigint; eventId: bigint; requestId: string };

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
    const reader = await readReader(tx, personId);
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
    if (waiting.length === maxTold) await wakeForDigest(tx, personId, at);
  });
}

/** Except requests that its reader was removed from since. */
export async function requestsIn(deliveryId: string): Promise<string[]> {
  const notices = await db().notice.findMany({
    where: { deliveryId }, // index notices_of_delivery
    distinct: ["requestId"],
    select: { requestId: true },
  });
  return notices.map(({ requestId }) => requestId);
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

import "server-only";
import { actorColumns, type PersonActor, personOf } from "../actor";
import { db, type Prisma, type Tx } from "../db";
import { standingColumns, tellableTo } from "../requests/policy";
import { readDeskSettings } from "../settings";
import { mailRule } from "./kinds";

type Waiting = { requestId: string; kind?: string };

/** Somebody who muted a request is told of its end alone. */
export const tellableAmong = (reader: PersonActor, waiting: Waiting[]): Prisma.ServiceRequestWhereInput => ({
  AND: [
    tellableTo(reader),
    { id: { in: idsIn(waiting) } },
    {
      OR: [
        { members: { none: { personId: reader.id, mutedAt: { not: null } } } },
        { id: { in: idsIn(waiting.filter(({ kind }) => kind !== undefined && mailRule(kind).isEnd)) } },
      ],
    },
  ],
});

const idsIn = (waiting: Waiting[]) => [...new Set(waiting.map(({ requestId }) => requestId))];

export async function readTellable(tx: Tx, reader: PersonActor | null, waiting: Waiting[]) {
  if (!reader || waiting.length === 0) return [];
  return tx.serviceRequest.findMany({
    where: tellableAmong(reader, waiting),
    select: { id: true, ...standingColumns },
  });
}

/** Null once the person is suspended. */
export async function readReader(tx: Tx, personId: string): Promise<PersonActor | null> {
  const person = await tx.person.findFirst({
    where: { id: personId, suspendedAt: null },
    select: actorColumns,
  });
  return person && personOf(person, await readDeskSettings());
}

export async function maySeeAllOf(personId: string, waiting: Waiting[]): Promise<boolean> {
  const requests = await readTellable(db(), await readReader(db(), personId), waiting);
  return waiting.every(({ requestId }) => requests.some(({ id }) => id === requestId));
}

import "server-only";
import { actorColumns, type PersonActor } from "../actor";
import { db, type Prisma, type Tx } from "../db";
import { standingColumns, tellableTo } from "../requests/policy";

export const tellableAmong = (
  reader: PersonActor,
  waiting: { requestId: string }[],
): Prisma.ServiceRequestWhereInput => ({
  AND: [
    tellableTo(reader),
    { id: { in: [...new Set(waiting.map(({ requestId }) => requestId))] } },
    { members: { none: { personId: reader.id, mutedAt: { not: null } } } },
  ],
});

export async function readTellable(tx: Tx, reader: PersonActor | null, waiting: { requestId: string }[]) {
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
  return person && { kind: "person", ...person };
}

export async function maySeeAllOf(personId: string, requestIds: string[]): Promise<boolean> {
  const waiting = requestIds.map(requestId => ({ requestId }));
  const requests = await readTellable(db(), await readReader(db(), personId), waiting);
  return requestIds.every(requestId => requests.some(({ id }) => id === requestId));
}

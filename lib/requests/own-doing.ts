import "server-only";
import type { Prisma } from "../db";
import type { Act } from "../events/act";
import type { RequestEventType } from "../events/types";

/**
 * Whether the newest event of these types is the actor's own: what stands is what they made of it, perhaps in another tab,
 * and to change it once more takes nothing from anybody. `which`: of events that can also mean something else.
 */
export async function isOwnDoing(
  { tx, actor }: Act,
  requestId: string,
  types: RequestEventType[],
  which: Prisma.EventWhereInput = {},
): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const last = await tx.event.findFirst({
    where: { requestId, type: { in: types }, AND: which },
    orderBy: { id: "desc" }, // index events_of_request
    select: { actorId: true },
  });
  return last?.actorId === actor.id;
}

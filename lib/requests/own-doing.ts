import "server-only";
import type { Prisma } from "../db";
import type { Act } from "../events/act";

/**
 * Whether the newest of these events is the actor's own: what stands is what they made of it, perhaps in another tab, and
 * to change it once more takes nothing from anybody.
 */
export async function isOwnDoing(
  { tx, actor }: Act,
  requestId: string,
  events: Prisma.EventWhereInput,
): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const last = await tx.event.findFirst({
    where: { AND: [{ requestId }, events] },
    orderBy: { id: "desc" }, // index events_of_request
    select: { actorId: true },
  });
  return last?.actorId === actor.id;
}

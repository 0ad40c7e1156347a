import "server-only";
import { type Act, byPerson } from "../events/act";
import type { RequestEventType } from "../events/types";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import type { Target } from "./action";

/** For commands that compare nothing themselves. @throws Refusal not_found, conflict (somebody else did one of these since) */
export async function requireUnchanged(
  act: Act,
  { reference, seen }: Target,
  types: RequestEventType[],
): Promise<void> {
  if (seen === undefined) return;
  const { actor, tx } = byPerson(act);
  const { id: requestId } = await loadRequest(act, reference);
  const event = await tx.event.findFirst({
    where: { requestId, id: { gt: seen }, type: { in: types }, NOT: { actorId: actor.id } }, // index events_of_request
    select: { id: true },
  });
  if (event) throw refuse("bulk.changed");
}

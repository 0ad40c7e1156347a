import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { priorityCode } from "../requests/labels";
import { loadRequest } from "../requests/load";
import { isOwnDoing } from "../requests/own-doing";
import { can } from "../requests/policy";
import type { PriorityInput } from "./input";

/**
 * Sets the priority by hand: from then on answers do not change it.
 * @throws Refusal not_found, forbidden, conflict (it is no longer what it was taken for)
 */
export async function setPriority(act: Act, { reference, from, to }: PriorityInput): Promise<void> {
  const { tx } = byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "prioritise", request)) throw refuse("priority.agents_only");
  const { id, priority } = request;
  if (to === priority) return;
  const isChanged = from !== undefined && from !== priority;
  if (isChanged && !(await isOwnDoing(act, id, ["priority_set"])))
    throw refuse("priority.conflict", { priority: { code: priorityCode(priority) } });
  await tx.serviceRequest.update({
    where: { id },
    data: { priority: to, isPriorityByHand: true },
    select: { id: true },
  });
  await record(act, "priority_set", { from: priority, to }, { requestId: id });
}

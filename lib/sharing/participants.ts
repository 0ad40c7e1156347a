import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import type { LeaveInput, RemoveInput } from "./input";

/**
 * Takes a participant off the request: they see nothing of it any more.
 * @throws Refusal not_found, forbidden, conflict (takes part no longer)
 */
export async function removeParticipant(act: Act, input: RemoveInput): Promise<void> {
  const request = await loadRequest(act, input.reference);
  if (!can(act.actor, "remove participant", request, act.at)) throw refuse("participant.not_yours");
  if (!(await endMembership(act, request.id, input.person))) throw refuse("participant.gone");
  await record(act, "participant_removed", {}, { requestId: request.id, personId: input.person });
}

/**
 * Takes the actor off a request they take part in.
 * @throws Refusal not_found, forbidden (takes no part, or raised it)
 */
export async function leaveRequest(act: Act, input: LeaveInput): Promise<void> {
  const request = await loadRequest(act, input.reference);
  if (!can(act.actor, "leave", request, act.at)) throw refuse("participant.only");
  const { actor } = byPerson(act);
  await endMembership(act, request.id, actor.id);
  await record(act, "participant_left", {}, { requestId: request.id, personId: actor.id });
}

/** Returns whether there was such a participant. Their notices about the request are deleted, too. */
async function endMembership(act: Act, requestId: string, personId: string): Promise<boolean> {
  const { count } = await act.tx.member.deleteMany({ where: { requestId, personId, role: "participant" } });
  if (count === 0) return false;
  // Agents see the request all the same, and keep what they were told of it.
  await act.tx.notice.deleteMany({ where: { requestId, personId, person: { role: "customer" } } });
  return true;
}

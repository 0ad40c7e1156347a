import "server-only";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import type { LeaveInput, RemoveInput } from "./input";

/** @throws Refusal not_found, forbidden, conflict (no longer a participant) */
export async function removeParticipant(act: Act, input: RemoveInput): Promise<void> {
  const request = await loadRequest(act, input.reference);
  if (!can(act, "remove participant", request)) throw refuse("participant.not_yours");
  if (!(await endMembership(act, request.id, input.person))) throw refuse("participant.gone");
  await record(act, "participant_removed", {}, { requestId: request.id, personId: input.person });
}

/** @throws Refusal not_found, forbidden (not a participant, or raised it) */
export async function leaveRequest(act: Act, input: LeaveInput): Promise<void> {
  const request = await loadRequest(act, input.reference);
  if (!can(act, "leave", request)) throw refuse("participant.only");
  const { actor } = byPerson(act);
  await endMembership(act, request.id, actor.id);
  await record(act, "participant_left", {}, { requestId: request.id, personId: actor.id });
}

/** Returns whether there was such a participant; deletes their notices too. */
async function endMembership(act: Act, requestId: string, personId: string): Promise<boolean> {
  const { count } = await act.tx.member.deleteMany({ where: { requestId, personId, role: "participant" } });
  if (count === 0) return false;
  // Agents still see the request, so they keep their notices.
  await act.tx.notice.deleteMany({ where: { requestId, personId, person: { role: "customer" } } });
  return true;
}

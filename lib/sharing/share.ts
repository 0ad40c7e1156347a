import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { type LoadedRequest, loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import { type Raised, type Submission, submitRequest } from "../requests/submit";
import type { InvitationInput, ShareInput } from "./input";
import { invite, send } from "./invite";

/** Idempotent by key. @throws Refusal conflict (key used with other text or addresses), invalid (an address) */
export async function raiseAndShare(act: Act, input: Submission & { shareWith: string[] }): Promise<Raised> {
  const { shareWith, ...submission } = input;
  const raised = await submitRequest(act, submission);
  if (shareWith.length === 0) return raised;
  const { reference } = raised;
  const request = await loadRequest(act, reference);
  if (raised.isNew) {
    await invite(act, request, shareWith);
    return raised;
  }
  const sent = await act.tx.invitation.findMany({
    where: { requestId: request.id, email: { in: shareWith } },
    distinct: ["email"],
    select: { email: true },
  });
  if (sent.length < shareWith.length) throw refuse("request.sent_before_sharing", { reference });
  return raised;
}

/** @throws Refusal not_found, forbidden, invalid (an address) */
export async function shareRequest(act: Act, input: ShareInput): Promise<void> {
  await invite(act, await loadToShare(act, input.reference), input.shareWith);
}

/** Valid for another seven days. @throws Refusal not_found, forbidden, conflict (accepted or withdrawn since) */
export async function sendInvitationAgain(act: Act, input: InvitationInput): Promise<void> {
  const request = await loadToShare(act, input.reference);
  const { id, email } = await findWaiting(act, request, input.invitation);
  await send(act, request.id, email, id);
}

/** @throws Refusal not_found, forbidden, conflict (accepted or withdrawn since) */
export async function withdrawInvitation(act: Act, input: InvitationInput): Promise<void> {
  const request = await loadToShare(act, input.reference);
  const { id } = await findWaiting(act, request, input.invitation);
  await act.tx.invitation.updateMany({ where: { id }, data: { withdrawnAt: act.at } });
  await record(act, "invitation_withdrawn", { invitationId: id }, { requestId: request.id });
}

async function loadToShare(act: Act, reference: string): Promise<LoadedRequest> {
  const request = await loadRequest(act, reference);
  if (!can(act, "share", request)) throw refuse("sharing.not_yours");
  return request;
}

/** Expects a locked request, so that the invitation cannot change until the commit. */
async function findWaiting(act: Act, request: LoadedRequest, id: string) {
  const invitation = await act.tx.invitation.findFirst({
    where: { id, requestId: request.id, acceptedAt: null, withdrawnAt: null },
    select: { id: true, email: true },
  });
  if (!invitation) throw refuse("invitation.decided");
  return invitation;
}

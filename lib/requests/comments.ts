import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { confirmUnseen } from "./confirm-unseen";
import type { CommentInput } from "./input";
import { loadRequest } from "./load";
import { moveRequest } from "./move";
import { can, isCustomerOf } from "./policy";
import { writeComment } from "./words";

/**
 * Adds a public comment. What a customer writes while support waits for them is their answer and moves the
 * request back to support; on a resolved request they say themselves whether it is to be re-opened.
 * @throws Refusal not_found, forbidden (closed), invalid (the question about re-opening is unanswered),
 *   conflict (others have done something since the page was drawn; a file is gone)
 */
export async function commentOnRequest(
  act: Act,
  { body = "", files = [], ...input }: CommentInput,
): Promise<void> {
  const request = await loadRequest(act, input.reference);
  if (!can(act.actor, "comment", request, act.at))
    throw refuse("comment.request_closed", {
      canFollow: can(act.actor, "follow", request, act.at) ? "yes" : "no",
    });
  const byCustomer = isCustomerOf(act.actor, request);
  const answers = byCustomer && request.status === "waiting_for_customer";
  const reopens = byCustomer && request.status === "resolved" && input.afterResolved === "reopen";
  if (byCustomer && request.status === "resolved" && !input.afterResolved)
    throw refuse("comment.asks_reopen", {}, { field: "afterResolved" });
  await confirmUnseen(act, request, input.seen);
  if (answers || reopens)
    return moveRequest(act, {
      reference: input.reference,
      move: answers ? "respond" : "reopen",
      version: request.version,
      body,
      files,
    });

  const commentId = await writeComment(act, request.id, { body, files });
  await act.tx.serviceRequest.updateMany({
    where: { id: request.id },
    data: {
      lastActivityAt: act.at,
      deskSpokeLast: !byCustomer,
      ...(byCustomer && request.deskSpokeLast && { waitingSince: act.at }),
    },
  });
  await record(act, "comment_posted", {}, { requestId: request.id, commentId });
}

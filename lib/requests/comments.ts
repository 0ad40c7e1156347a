import "server-only";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { confirmUnseen } from "./confirm-unseen";
import type { CommentInput } from "./input";
import { loadRequest } from "./load";
import { moveRequest } from "./move";
import { assigneeByReply, can, isCustomerOf, replyMove } from "./policy";
import { writeComment } from "./words";

/** What an agent wants otherwise: to leave the status as it is, or not to take the request on. */
type ReplyWishes = { keepsStatus?: boolean; takesOn?: boolean };

/**
 * Returns the id of the comment. Also makes the move of a plain reply; an agent's reply assigns an unassigned request. On a resolved request the
 * customer says whether to re-open it.
 * @throws Refusal not_found, forbidden (closed), invalid (re-opening unanswered), conflict (others wrote since; a
 *   file is gone)
 */
export async function commentOnRequest(
  act: Act,
  { body = "", files = [], ...input }: CommentInput,
  { keepsStatus = false, takesOn = true }: ReplyWishes = {},
): Promise<string | null> {
  const request = await loadRequest(act, input.reference);
  if (!can(act, "comment", request))
    throw refuse("comment.request_closed", {
      canFollow: can(act, "follow up", request) ? "yes" : "no",
    });
  const byCustomer = isCustomerOf(act.actor, request);
  const reopens = byCustomer && request.status === "resolved" && input.afterResolved === "reopen";
  if (byCustomer && request.status === "resolved" && !input.afterResolved)
    throw refuse("comment.asks_reopen", {}, { field: "afterResolved" });
  await confirmUnseen(act, request, input.seen);
  const keeps = keepsStatus && !byCustomer;
  const move = reopens ? "reopen" : keeps ? undefined : replyMove(act, request);
  const assigneeId = takesOn ? assigneeByReply(act.actor, request) : null;
  if (move)
    return moveRequest(
      act,
      { reference: input.reference, move, version: request.version, body, files },
      { request, assigneeId },
    );

  const commentId = await writeComment(act, request.id, { body, files });
  if (assigneeId) await act.tx.serviceRequest.updateMany({ where: { id: request.id }, data: { assigneeId } });
  await record(act, "comment_posted", assigneeId ? { tookOn: true } : {}, {
    requestId: request.id,
    commentId,
  });
  return commentId;
}

import "server-only";
import { type Act, record } from "../events/act";
import { Refusal } from "../refusal";
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
    throw new Refusal(
      "forbidden",
      can(act.actor, "follow", request, act.at)
        ? "This request is closed. Raise a follow-up to go on: the page of the request leads there."
        : "This request is closed. Mention it in a new request to go on.",
    );
  const byCustomer = isCustomerOf(act.actor, request);
  const answers = byCustomer && request.status === "waiting_for_customer";
  const reopens = byCustomer && request.status === "resolved" && input.afterResolved === "reopen";
  if (byCustomer && request.status === "resolved" && !input.afterResolved)
    throw new Refusal("invalid", "This request has been resolved. Should your comment re-open it?", {
      afterResolved: ["Choose whether the request is re-opened."],
    });
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

import "server-only";
import { takeMailFiles } from "../attachments/store";
import type { Act } from "../events/act";
import type { Refusal } from "../refusal";
import { commentOnRequest } from "../requests/comments";
import { type Arrival, keepMail, type Outcome } from "./arrival";
import type { HoldCause } from "./causes";

/** Posts a reply as the actor's comment, once. @throws Refusal as `commentOnRequest` does */
export async function replyByMail(
  act: Act,
  arrival: Arrival,
  fate: Outcome,
  { reference, body }: { reference: string; body: string },
): Promise<void> {
  const mailId = await keepMail(act, arrival, fate);
  if (mailId === null) return;
  const files = await takeMailFiles(act, mailId);
  await linkComment(act, mailId, await commentOnRequest(act, { reference, body, files }));
}

/** Links the email to its comment, so that readers learn about left-out files and agents can open it. */
export async function linkComment({ tx }: Act, mailId: string, commentId: string | null): Promise<void> {
  if (!commentId) return;
  const { isShortened } = await tx.inboundMail.update({
    where: { id: mailId },
    data: { commentId },
    select: { isShortened: true },
  });
  if (isShortened)
    await tx.comment.update({ where: { id: commentId }, data: { isShortened }, select: { id: true } });
}

export function causeOf(refusal: Refusal): HoldCause {
  if (refusal.code === "comment.asks_reopen") return "resolved";
  return refusal.kind === "forbidden" ? "closed" : "no_access";
}

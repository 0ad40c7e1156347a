import "server-only";
import { later, minutes } from "../clock";
import { type Act, byPerson, record } from "../events/act";
import type { Status } from "../generated/enums";
import { notFound, type Refusal, refuse } from "../refusal";
import type { EditInput } from "./input";
import { loadRequest } from "./load";

export const editMinutes = 15;

export const editableUntil = ({ createdAt }: { createdAt: Date }) => later(createdAt, minutes(editMinutes));

export function isEditable(comment: { createdAt: Date }, status: Status, at: Date): boolean {
  return status !== "closed" && at <= editableUntil(comment);
}

/** Identifies a version of a comment: the time of its last edit in milliseconds, 0 if never edited. */
export const stampOf = ({ editedAt }: { editedAt: Date | null }) => editedAt?.getTime() ?? 0;

/**
 * Returns the comment's history entry; equal text changes nothing.
 * @throws Refusal not_found, forbidden (not the writer, closed, too late), conflict (edited since)
 */
export async function editComment(act: Act, input: EditInput): Promise<string> {
  const { actor, at, tx } = byPerson(act);
  const request = await loadRequest(act, input.reference);
  const comment = await tx.comment.findFirst({
    where: { id: input.commentId, requestId: request.id },
    select: {
      id: true,
      body: true,
      authorId: true,
      createdAt: true,
      editedAt: true,
      event: { select: { id: true } },
    },
  });
  if (!comment?.event) throw notFound();
  if (comment.authorId !== actor.id) throw refuse("edit.not_yours");
  if (!isEditable(comment, request.status, at)) throw tooLate(request.status);
  const entry = String(comment.event.id);
  if (linesOf(comment.body) === linesOf(input.body)) return entry;
  if (input.seen !== stampOf(comment)) throw conflict(comment);

  const { count } = await tx.comment.updateMany({
    where: { id: comment.id, editedAt: comment.editedAt },
    data: { body: input.body, editedAt: at },
  });
  if (count === 0) throw conflict(comment);
  await tx.earlierWords.create({
    data: { commentId: comment.id, body: comment.body, writtenAt: comment.editedAt ?? comment.createdAt },
  });
  await record(act, "comment_edited", { commentId: comment.id }, { requestId: request.id });
  return entry;
}

// Forms may send different line endings from those stored.
const linesOf = (text: string) => text.replace(/\r\n?/g, "\n");

function tooLate(status: Status): Refusal {
  return status === "closed"
    ? refuse("edit.request_closed")
    : refuse("edit.too_late", { minutes: editMinutes });
}

function conflict(comment: { body: string; editedAt: Date | null }): Refusal {
  const present = comment.body.length > 300 ? `${comment.body.slice(0, 300).toWellFormed()}…` : comment.body;
  return refuse("edit.conflict", { present }, { field: "body", corrections: { seen: stampOf(comment) } });
}

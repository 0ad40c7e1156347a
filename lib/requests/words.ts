import "server-only";
import { sendFiles } from "../attachments/store";
import { type Act, byPerson } from "../events/act";

export type Words = { body: string; files: string[] };

/** Returns the comment's id; the caller records the event. @throws Refusal conflict: a file is gone */
export async function writeComment(act: Act, requestId: string, { body, files }: Words): Promise<string> {
  const { actor, at, tx } = byPerson(act);
  const comment = await tx.comment.create({
    data: { requestId, authorId: actor.id, body, createdAt: at },
    select: { id: true },
  });
  await sendFiles(act, files, { requestId, commentId: comment.id });
  return comment.id;
}

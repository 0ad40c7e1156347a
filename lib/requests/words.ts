import "server-only";
import { sendFiles } from "../attachments/store";
import { type Act, byPerson } from "../events/act";

export type Words = { body: string; files: string[] };

/**
 * Writes the words down, with the files that go along; whoever calls records the event that shows them. Returns the
 * comment's id.
 * @throws Refusal conflict: a file is not there any more
 */
export async function writeComment(act: Act, requestId: string, { body, files }: Words): Promise<string> {
  const { actor, at, tx } = byPerson(act);
  const comment = await tx.comment.create({
    data: { requestId, authorId: actor.id, body, createdAt: at },
    select: { id: true },
  });
  await sendFiles(act, files, { requestId, commentId: comment.id });
  return comment.id;
}

import "server-only";
import { type Act, byPerson } from "../events/act";

/** Writes the words down; whoever calls records the event that shows them. Returns the comment's id. */
export async function writeComment(act: Act, requestId: string, body: string): Promise<string> {
  const { actor, at, tx } = byPerson(act);
  const comment = await tx.comment.create({
    data: { requestId, authorId: actor.id, body, createdAt: at },
    select: { id: true },
  });
  return comment.id;
}

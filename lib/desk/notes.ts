import "server-only";
import { sendFiles } from "../attachments/store";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import type { NoteInput } from "./input";

/**
 * Adds a note that only agents can read; it neither moves the request nor counts as activity for the customer.
 * @throws Refusal not_found, forbidden, conflict (a file is gone)
 */
export async function addNote(act: Act, { reference, body = "", files = [] }: NoteInput): Promise<void> {
  const { actor, at, tx } = byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "note", request)) throw refuse("note.agents_only");
  const note = await tx.note.create({
    data: { requestId: request.id, authorId: actor.id, body, createdAt: at },
    select: { id: true },
  });
  const target = { requestId: request.id, noteId: note.id };
  await sendFiles(act, files, target);
  await record(act, "note_added", {}, target);
}

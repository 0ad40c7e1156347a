import { z } from "zod";
import { confirmUnfilled } from "../canned-replies/unfilled";
import { assignInput } from "../desk/input";
import { type AnswerMode, answerModes } from "../desk/modes";
import { addNote } from "../desk/notes";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import { refuse } from "../refusal";
import { commentOnRequest } from "../requests/comments";
import { moveInput } from "../requests/input";
import { moveRequest } from "../requests/move";

/** An empty choice is nobody. */
const orNobody = <S extends z.ZodNullable>(person: S) => person.optional().transform(id => id ?? null);

export const assignForm = assignInput.extend({
  from: orNobody(assignInput.shape.from),
  to: orNobody(assignInput.shape.to),
});

export const answerForm = moveInput.omit({ move: true }).extend({
  mode: z.enum(answerModes as [AnswerMode, ...AnswerMode[]], { error: messageCode("queue.choose_mode") }),
  /** How many placeholders without a value its writer has been told of. */
  unfilled: z.number().int().min(0).max(1_000).optional(),
});

/** Sends the agents' answer box: a reply, a note, or a reply that moves the request. @throws Refusal as that command */
export async function sendAnswer(
  act: Act,
  { mode, unfilled, ...input }: z.output<typeof answerForm>,
): Promise<void> {
  const { reference, body, files = [], seen } = input;
  confirmUnfilled(body, unfilled);
  if (mode !== "reply" && mode !== "note") await moveRequest(act, { ...input, move: mode });
  else if (!body && files.length === 0) throw refuse("message.missing", {}, { field: "body" });
  else if (mode === "note") await addNote(act, { reference, body, files });
  else await commentOnRequest(act, { reference, body, files, afterResolved: "keep", seen });
}

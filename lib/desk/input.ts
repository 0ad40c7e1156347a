import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { messageCode } from "../messages/said";
import { moveInput, referenceInput, saysSomething, wordsInput } from "../requests/input";
import { type AnswerMode, answerModes } from "./modes";

export const claimInput = z.strictObject({ reference: referenceInput });

export const assignInput = z.strictObject({
  reference: referenceInput,
  from: z.uuid().optional(),
  to: z.uuid(messageCode("queue.choose_agent")).optional(),
});

export const noteInput = z
  .strictObject({
    reference: referenceInput,
    body: wordsInput,
    files: filesInput.optional(),
  })
  .superRefine(saysSomething("requests.note.missing"));

export const answerInput = moveInput.omit({ move: true }).extend({
  mode: z.enum(answerModes as [AnswerMode, ...AnswerMode[]], { error: messageCode("queue.choose_mode") }),
});

export type AnswerInput = z.output<typeof answerInput>;
export type ClaimInput = z.output<typeof claimInput>;
export type AssignInput = z.output<typeof assignInput>;
export type NoteInput = z.output<typeof noteInput>;

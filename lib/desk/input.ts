import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { messageCode } from "../messages/said";
import { referenceInput, saysSomething, wordsInput } from "../requests/input";

export const claimInput = z.strictObject({ reference: referenceInput });

export const assignInput = z.strictObject({
  reference: referenceInput,
  /** Null is nobody. */
  from: z.uuid().nullable(),
  to: z.uuid(messageCode("refusals.assignment.no_agent.field")).nullable(),
});

export const noteInput = z
  .strictObject({
    reference: referenceInput,
    body: wordsInput,
    files: filesInput.optional(),
  })
  .superRefine(saysSomething("requests.note.missing"));

export type ClaimInput = z.output<typeof claimInput>;
export type AssignInput = z.output<typeof assignInput>;
export type NoteInput = z.output<typeof noteInput>;

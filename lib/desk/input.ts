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

/** `lookId` is made up by the page, anew for each time that it is opened. */
export const lookInput = z.strictObject({
  reference: referenceInput,
  lookId: z.string().regex(/^[0-9a-f]{32}$/),
  isWriting: z.boolean(),
});

export const endInput = lookInput.pick({ lookId: true });

export type LookInput = z.output<typeof lookInput>;
export type EndInput = z.output<typeof endInput>;
export type ClaimInput = z.output<typeof claimInput>;
export type AssignInput = z.output<typeof assignInput>;
export type NoteInput = z.output<typeof noteInput>;

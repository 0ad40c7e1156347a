import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { LinkKind, Priority } from "../generated/enums";
import { messageCode } from "../messages/said";
import {
  moveInput,
  referenceInput,
  requiredWords,
  saysSomething,
  versionInput,
  wordsInput,
} from "../requests/input";
import { tagInput, tagNameInput } from "../tags/input";
import { teamInput } from "../teams/input";

export const claimInput = z.strictObject({ reference: referenceInput });

export const assignInput = z.strictObject({
  reference: referenceInput,
  /** Null is nobody. */
  from: z.uuid().nullable(),
  to: z.uuid(messageCode("refusals.assignment.no_agent.field")).nullable(),
});

export const priorityInput = z.strictObject({
  reference: referenceInput,
  /** What it was taken for; left out, it is set whatever it was. */
  from: z.enum(Priority).optional(),
  to: z.enum(Priority, messageCode("validation.misfit")),
});

export const tagRequestInput = z.strictObject({ reference: referenceInput, tag: tagInput });

export const tagByNameInput = z.strictObject({
  reference: referenceInput,
  name: tagNameInput,
  isNew: z.boolean(),
});

export const linkInput = z.strictObject({
  reference: referenceInput,
  other: referenceInput,
  kind: z.enum(LinkKind, messageCode("validation.misfit")),
  /** Also resolves it as a duplicate, if it still is what whoever decides that has seen. */
  resolve: moveInput.pick({ version: true, seen: true }).optional(),
});

export const unlinkInput = z.strictObject({ reference: referenceInput, other: referenceInput });

export const snoozeInput = z.strictObject({ reference: referenceInput, until: z.date() });

export const wakeInput = z.strictObject({ reference: referenceInput });

/** Slugs of teams; null is none. `from` is what whoever decides it has seen, `losing` as `confirmLosing` takes it. */
export const handOverInput = z.strictObject({
  reference: referenceInput,
  from: teamInput.nullable(),
  to: teamInput.nullable(),
  losing: z.number().int().optional(),
});

export const noteInput = z
  .strictObject({
    reference: referenceInput,
    body: wordsInput,
    files: filesInput.optional(),
  })
  .superRefine(saysSomething("requests.note.missing"));

/** Few and short, because every page of the customer's requests carries them. */
export const customerNoteLimits = { notes: 10, body: 1_000 } as const;

export const addCustomerNoteInput = z.strictObject({
  reference: referenceInput,
  body: requiredWords(messageCode("customer_notes.missing"), customerNoteLimits.body),
});

export const changeCustomerNoteInput = addCustomerNoteInput.extend({ note: z.uuid(), version: versionInput });

export const removeCustomerNoteInput = changeCustomerNoteInput.omit({ body: true });

export const followInput = z.strictObject({ reference: referenceInput, follows: z.boolean() });

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
export type PriorityInput = z.output<typeof priorityInput>;
export type TagInput = z.output<typeof tagRequestInput>;
export type TagByNameInput = z.output<typeof tagByNameInput>;
export type LinkInput = z.output<typeof linkInput>;
export type UnlinkInput = z.output<typeof unlinkInput>;
export type SnoozeInput = z.output<typeof snoozeInput>;
export type WakeInput = z.output<typeof wakeInput>;
export type HandOverInput = z.output<typeof handOverInput>;
export type AddCustomerNoteInput = z.output<typeof addCustomerNoteInput>;
export type ChangeCustomerNoteInput = z.output<typeof changeCustomerNoteInput>;
export type RemoveCustomerNoteInput = z.output<typeof removeCustomerNoteInput>;
export type NoteInput = z.output<typeof noteInput>;

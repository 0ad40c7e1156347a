import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { answersSchema } from "../catalog/answers";
import type { Field } from "../catalog/fields";
import { messageCode } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { tidyLine, tidyLines, tooMany } from "../text/tidy";
import { agentResolutions, moveNames } from "./lifecycle";
import type { Move } from "./moves";

export const limits = { summary: 200, comment: 20_000, reason: 20_000 } as const;

export const referenceInput = z.string().max(40);
const version = z.coerce.number().int().min(1).max(2_147_483_647);

const upTo = (most: number, what: string) => (text: string, context: z.core.$RefinementCtx) => {
  if (text.length > most) context.addIssue({ code: "custom", message: tooMany(what, text, most) });
};

/** Multi-line text; empty if nothing in it is visible. */
export const wordsInput = z
  .string()
  .transform(tidyLines)
  .superRefine(upTo(limits.comment, "it"))
  .transform(text => text || undefined)
  .optional();

const words = (missing: MessageCode) =>
  z
    .string({ error: missing })
    .transform(tidyLines)
    .pipe(z.string().min(1, missing).superRefine(upTo(limits.comment, "it")));

export const summaryInput = z
  .string({ error: messageCode("requests.summary.missing") })
  .transform(tidyLine)
  .pipe(
    z
      .string()
      .min(3, messageCode("requests.summary.too_short"))
      .superRefine(upTo(limits.summary, "the summary")),
  );

const seen = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional();

export const saysSomething =
  (missing: MessageCode) =>
  ({ body, files = [] }: { body?: string; files?: string[] }, context: z.core.$RefinementCtx) => {
    if (!body && files.length === 0) context.addIssue({ code: "custom", path: ["body"], message: missing });
  };

export const commentInput = z
  .strictObject({
    reference: referenceInput,
    seen,
    body: wordsInput,
    files: filesInput.optional(),
    afterResolved: z.enum(["reopen", "keep"], { error: messageCode("requests.reopen.choose") }).optional(),
  })
  .superRefine(saysSomething("requests.comment.missing"));

export const moveInput = z.strictObject({
  reference: referenceInput,
  move: z.enum(moveNames as [Move, ...Move[]], { error: messageCode("requests.move.choose") }),
  version,
  seen,
  body: wordsInput,
  files: filesInput.optional(),
  resolution: z.enum(agentResolutions, { error: messageCode("requests.resolution.choose") }).optional(),
});

export const editInput = z.strictObject({
  reference: referenceInput,
  commentId: z.uuid(),
  /** As returned by `stampOf` for the comment the form was drawn from. */
  seen: z.coerce.number().int().min(0).max(8.64e15),
  body: words("requests.edit.missing"),
});

export const correctionInput = (fields: Field[], timeZone?: string) =>
  z.strictObject({
    reference: referenceInput,
    formVersionId: z.uuid(),
    edition: version,
    summary: summaryInput,
    answers: z.preprocess(value => value ?? {}, answersSchema(fields, timeZone)),
  });

export type EditInput = z.output<typeof editInput>;
export type CommentInput = z.output<typeof commentInput>;
export type MoveInput = z.output<typeof moveInput>;

import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { messageCode } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { tidyLine, tidyLines, tooLong } from "../text/tidy";
import { agentResolutions, moveNames } from "./lifecycle";
import type { Move } from "./moves";

/** People who take part and who are invited. */
export const maxOnRequest = 50;

export const limits = { summary: 200, comment: 20_000, reason: 20_000 } as const;

export const referenceInput = z.string().max(40);
export const versionInput = z.number().int().min(1).max(2_147_483_647);

const upTo = (most: number, message: MessageCode) => (text: string, context: z.core.$RefinementCtx) => {
  if (text.length > most) context.addIssue({ code: "custom", message, params: tooLong(text, most) });
};

/** Multi-line text; empty if nothing in it is visible. */
export const wordsInput = z
  .string()
  .transform(tidyLines)
  .superRefine(upTo(limits.comment, "validation.text.too_long"))
  .transform(text => text || undefined)
  .optional();

export const requiredWords = (missing: MessageCode, most: number = limits.comment) =>
  z
    .string({ error: missing })
    .transform(tidyLines)
    .pipe(z.string().min(1, missing).superRefine(upTo(most, "validation.text.too_long")));

export const summaryInput = z
  .string({ error: messageCode("requests.summary.missing") })
  .transform(tidyLine)
  .pipe(
    z
      .string()
      .min(3, messageCode("requests.summary.too_short"))
      .superRefine(upTo(limits.summary, "validation.text.summary_too_long")),
  );

/** The newest event that the writer knew of. */
const seen = z.bigint().min(0n).max(999_999_999_999_999_999n).optional();

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
  version: versionInput,
  seen,
  body: wordsInput,
  files: filesInput.optional(),
  resolution: z.enum(agentResolutions, { error: messageCode("requests.resolution.choose") }).optional(),
});

export const editInput = z.strictObject({
  reference: referenceInput,
  commentId: z.uuid(),
  /** As returned by `stampOf` for the comment as the writer saw it. */
  seen: z.number().int().min(0).max(8.64e15),
  body: requiredWords("requests.edit.missing"),
});

export type EditInput = z.output<typeof editInput>;
export type CommentInput = z.output<typeof commentInput>;
export type MoveInput = z.output<typeof moveInput>;

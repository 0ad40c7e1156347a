import { z } from "zod";
import { filesInput } from "../attachments/limits";
import { tidyLine, tidyLines, tooMany } from "../text/tidy";
import { agentResolutions, moveNames } from "./lifecycle";
import type { Move } from "./moves";

export const limits = { summary: 200, comment: 20_000, reason: 20_000 } as const;

export const referenceInput = z.string().max(40);
export const versionInput = z.number().int().min(1).max(2_147_483_647);

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

const words = (missing: string) =>
  z
    .string({ error: missing })
    .transform(tidyLines)
    .pipe(z.string().min(1, missing).superRefine(upTo(limits.comment, "it")));

export const summaryInput = z
  .string({ error: "Write a short summary." })
  .transform(tidyLine)
  .pipe(
    z
      .string()
      .min(3, "Write a summary of at least 3 characters.")
      .superRefine(upTo(limits.summary, "the summary")),
  );

/** The newest event that the writer knew of. */
const seen = z.bigint().min(0n).max(999_999_999_999_999_999n).optional();

export const saysSomething =
  (missing: string) =>
  ({ body, files = [] }: { body?: string; files?: string[] }, context: z.core.$RefinementCtx) => {
    if (!body && files.length === 0)
      context.addIssue({ code: "custom", path: ["body"], message: `${missing}, or attach a file.` });
  };

export const commentInput = z
  .strictObject({
    reference: referenceInput,
    seen,
    body: wordsInput,
    files: filesInput.optional(),
    afterResolved: z
      .enum(["reopen", "keep"], { error: "Choose whether the request is re-opened." })
      .optional(),
  })
  .superRefine(saysSomething("Write your comment"));

export const moveInput = z.strictObject({
  reference: referenceInput,
  move: z.enum(moveNames as [Move, ...Move[]], { error: "Choose what to do." }),
  version: versionInput,
  seen,
  body: wordsInput,
  files: filesInput.optional(),
  resolution: z.enum(agentResolutions, { error: "Choose a resolution." }).optional(),
});

export const editInput = z.strictObject({
  reference: referenceInput,
  commentId: z.uuid(),
  /** As returned by `stampOf` for the comment as the writer saw it. */
  seen: z.number().int().min(0).max(8.64e15),
  body: words("Write your comment."),
});

export type EditInput = z.output<typeof editInput>;
export type CommentInput = z.output<typeof commentInput>;
export type MoveInput = z.output<typeof moveInput>;

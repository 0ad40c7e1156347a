import { z } from "zod";
import type { Move } from "../events/types";
import { agentResolutions, moveNames } from "./lifecycle";

/** Characters; the forms state them too. */
export const limits = { summary: 200, comment: 20_000, reason: 20_000 } as const;

export const referenceInput = z.string().max(40);
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const words = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(limits.comment, `Please keep it under ${limits.comment.toLocaleString("en")} characters.`);

export const summaryInput = z
  .string({ error: "Write a short summary." })
  .trim()
  .min(3, "Write a summary of at least 3 characters.")
  .max(limits.summary, `Please keep the summary under ${limits.summary} characters.`);

export const commentInput = z.strictObject({
  reference: referenceInput,
  body: words("Write your comment."),
  afterResolved: z.enum(["reopen", "keep"], { error: "Choose whether the request is re-opened." }).optional(),
});

export const moveInput = z.strictObject({
  reference: referenceInput,
  move: z.enum(moveNames as [Move, ...Move[]], { error: "Choose what to do." }),
  version,
  body: words("Write your message.").optional(),
  resolution: z.enum(agentResolutions, { error: "Choose a resolution." }).optional(),
});

export type CommentInput = z.output<typeof commentInput>;
export type MoveInput = z.output<typeof moveInput>;

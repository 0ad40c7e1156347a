import { z } from "zod";

export const maxRequests = 1_000;

const maxOnPage = 50;

/** Requests chosen one by one, or all that a view of the queue has, by its address. */
export const selectionInput = z.strictObject({
  references: z
    .array(z.string().max(40))
    .max(2 * maxOnPage)
    .default([]),
  query: z.string().max(2_000).optional(),
});

export type Selection = z.output<typeof selectionInput>;

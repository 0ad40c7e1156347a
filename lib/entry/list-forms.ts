import "server-only";
import { z } from "zod";
import { readView } from "../search/own-list";

/** A list as its address says it; without one, the desk's own. */
export const usualListForm = z.strictObject({
  list: z
    .string()
    .max(2_000)
    .optional()
    .transform(query => (query === undefined ? null : readView(query))),
});

import "server-only";
import { z } from "zod";
import { readView, toQueryString } from "./own-list";

export const usualListInput = z.strictObject({
  list: z
    .string()
    .max(2_000)
    .transform(query => toQueryString(readView(query)))
    .optional(),
});
export type UsualListInput = z.output<typeof usualListInput>;

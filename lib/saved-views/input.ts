import { z } from "zod";
import { messageCode } from "../messages/said";
import { tidyLine } from "../text/tidy";

/** Characters of a name, and views of one owner, archived ones included. */
export const viewLimits = { name: 40, query: 2_000, views: 20 } as const;

const missing = messageCode("views.name.missing");

const name = z
  .string({ error: missing })
  .transform(tidyLine)
  .pipe(z.string().min(1, missing).max(viewLimits.name, messageCode("views.name.too_long")));
/** As the address of the queue says it. */
const query = z.string().max(viewLimits.query);

export const viewInput = z.strictObject({ view: z.uuid() });
export const newViewInput = z.strictObject({ name, query });
export const renameViewInput = viewInput.extend({ name });
export const updateViewInput = viewInput.extend({ query });
export const shiftViewInput = viewInput.extend({
  to: z.enum(["earlier", "later"], { error: messageCode("validation.misfit") }),
});

export type ViewInput = z.output<typeof viewInput>;
export type NewViewInput = z.output<typeof newViewInput>;
export type RenameViewInput = z.output<typeof renameViewInput>;
export type UpdateViewInput = z.output<typeof updateViewInput>;
export type ShiftViewInput = z.output<typeof shiftViewInput>;

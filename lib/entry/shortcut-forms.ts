import "server-only";
import { z } from "zod";
import { messageCode } from "../messages/said";
import { shortcutsInput } from "../shortcuts/own";

/** A box that is not ticked sends nothing, and so does a form in which no shortcut has keys. */
export const shortcutsForm = z
  .strictObject({
    on: z.literal("yes", { error: messageCode("validation.misfit") }).optional(),
    keys: z.unknown().optional(),
  })
  .transform(({ on, keys }) => ({ isOn: on === "yes", keys: keys ?? {} }))
  .pipe(shortcutsInput);

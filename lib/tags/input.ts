import { z } from "zod";
import { TagColour } from "../generated/enums";
import { messageCode } from "../messages/said";
import { tidyLine } from "../text/tidy";

export const maxTagName = 40;
/** In use, so that all can be offered at once; and on one request. */
export const tagLimits = { tags: 100, onRequest: 20 } as const;

export const tagInput = z.string().regex(/^[a-z0-9-]{1,80}$/, messageCode("refusals.tag.gone.field"));

export const tagNameInput = z
  .string({ error: messageCode("tags.name.missing") })
  .transform(name => tidyLine(name.normalize("NFC").replace(/\s+/g, " ")))
  .pipe(
    z
      .string()
      .min(1, messageCode("tags.name.missing"))
      .max(maxTagName, { error: messageCode("tags.name.too_long") }),
  );

export const addTagInput = z.strictObject({
  name: tagNameInput,
  colour: z.enum(TagColour, messageCode("validation.misfit")),
});
export const changeTagInput = addTagInput.extend({ slug: tagInput });

export type AddTagInput = z.output<typeof addTagInput>;
export type ChangeTagInput = z.output<typeof changeTagInput>;
export type ShiftTagInput = { slug: string; to: "earlier" | "later" };

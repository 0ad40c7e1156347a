import { z } from "zod";

/** Files in one message, or in one answer of a form. */
export const maxFiles = 10;

/** What a form tells of the files that it takes. */
export type FileRules = { most: number; megabytes: number };

/** Files that were put beside a form, by their ids. */
export const filesInput = z
  .array(z.uuid("This is not one of the files of this form."))
  .max(maxFiles, `At most ${maxFiles} files go along at once.`)
  .transform(ids => [...new Set(ids)]);

import { z } from "zod";

/** Per message, or per file field of a form. */
export const maxFiles = 10;

export type FileRules = { most: number; megabytes: number };

export const filesInput = z
  .array(z.uuid("This is not one of the files of this form."))
  .max(maxFiles, `At most ${maxFiles} files go along at once.`)
  .transform(ids => [...new Set(ids)]);

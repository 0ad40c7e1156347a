import { z } from "zod";

/** Per message, or per file field of a form. */
export const maxFiles = 10;

/** The limits shown by a form that takes files. */
export type FileRules = { most: number; megabytes: number };

/** Ids of files uploaded with a form. */
export const filesInput = z
  .array(z.uuid("This is not one of the files of this form."))
  .max(maxFiles, `At most ${maxFiles} files go along at once.`)
  .transform(ids => [...new Set(ids)]);

import { z } from "zod";

/** Per message, or per file field of a form. */
export const maxFiles = 10;

export type FileRules = { most: number; megabytes: number };

export const filesInput = z
  .array(z.uuid("This file does not belong to this form."))
  .max(maxFiles, `You can attach at most ${maxFiles} files at once.`)
  .transform(ids => [...new Set(ids)]);

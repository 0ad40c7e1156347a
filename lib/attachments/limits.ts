import { z } from "zod";
import { messageCode } from "../messages/said";

export const maxFiles = 10;

export type FileRules = { most: number; megabytes: number };

export const filesInput = z
  .array(z.uuid(messageCode("validation.text.foreign_file")))
  .max(maxFiles, messageCode("validation.text.too_many_files"))
  .transform(ids => [...new Set(ids)]);

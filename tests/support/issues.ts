import type { z } from "zod";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

/** What a schema found wrong, as a form would say it. */
export const saidOf = (result: z.ZodSafeParseResult<unknown>): { path: string; text: string }[] =>
  (result.error?.issues ?? []).map(issue => ({
    path: issue.path.join("."),
    text: sayIssue(translatorOf("en"), issue),
  }));

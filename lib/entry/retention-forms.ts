import { z } from "zod";
import { messageCode } from "../messages/said";
import { monthsInput, ruleInput } from "../retention/input";
import { inLatinDigits } from "../text/digits";

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** People type large numbers with spaces, points or commas in them. */
const typedCount = z
  .string({ error: messageCode("retention.typed.missing") })
  .transform(text => inLatinDigits(text).replace(/[\s.,’']/g, ""))
  .pipe(z.string().regex(/^\d{1,9}$/, messageCode("retention.typed.missing")))
  .transform(Number);

export const previewForm = z.strictObject({
  rule: ruleInput,
  months: z
    .string({ error: messageCode("retention.months.misfit") })
    .trim()
    .transform(inLatinDigits)
    .pipe(z.string().regex(/^\d{1,4}$/, messageCode("retention.months.misfit")))
    .transform(Number)
    .pipe(monthsInput),
});

export const setRetentionForm = previewForm.extend({
  shown: count,
  typed: typedCount,
  seen: z
    .string()
    .regex(/^\d{0,16}$/)
    .optional()
    .transform(text => (text ? Number(text) : null)),
});

export const stopRetentionForm = z.strictObject({ rule: ruleInput });

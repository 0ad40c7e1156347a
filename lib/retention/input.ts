import { z } from "zod";
import { RetentionRule } from "../generated/enums";
import { messageCode } from "../messages/said";

const maxMonths = 240;

export const ruleInput = z.enum(RetentionRule, messageCode("validation.misfit"));

export const monthsInput = z
  .int({ error: messageCode("retention.months.misfit") })
  .min(1, messageCode("retention.months.misfit"))
  .max(maxMonths, messageCode("retention.months.misfit"));

export type SetRetention = {
  rule: RetentionRule;
  months: number;
  /** How many the page has said would go, and what was typed to confirm that. */
  shown: number;
  typed: number;
  /** When the rule was set that the page showed; null where it was off. */
  seen: number | null;
};

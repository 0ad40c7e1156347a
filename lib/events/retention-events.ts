import { z } from "zod";
import { RetentionRule } from "../generated/enums";
import { event } from "./define";

const rule = { rule: z.enum(RetentionRule) };

export const retentionEvents = {
  /** Null: off. */
  retention_set: event("admins", {
    ...rule,
    from: z.int().nullable(),
    to: z.int().nullable(),
  }),
  /** How many the rule deleted in one round. */
  retention_applied: event("admins", { ...rule, count: z.int() }),
};

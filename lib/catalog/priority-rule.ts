import "server-only";
import { z } from "zod";
import type { Tx } from "../db";
import { Priority } from "../generated/enums";
import { perProcess } from "../process/per-process";
import type { Answers, Field } from "./fields";

/**
 * How urgent a request is by the answer to one choice of its form. Kept beside the fields, not in them, because what
 * draws a form for customers is given those.
 */
const shape = z.strictObject({ field: z.string(), priorities: z.record(z.string(), z.enum(Priority)) });

export type PriorityRule = z.output<typeof shape>;

const shapeFor = (fields: Field[]) =>
  shape.refine(({ field, priorities }) => {
    const choice = fields.find(({ key }) => key === field);
    if (choice?.kind !== "single_choice") return false;
    // In a file, what a list offers is not at hand.
    if (choice.list !== undefined && choice.options.length === 0) return true;
    const values = choice.options.map(({ value }) => value);
    return Object.keys(priorities).every(value => values.includes(value));
  });

/** @throws ZodError for a rule that these fields have no choice or no option for */
export const priorityRuleFor = (fields: Field[], rule: PriorityRule): PriorityRule =>
  shapeFor(fields).parse(rule);

export const isRuleFor = (fields: Field[], rule: PriorityRule): boolean =>
  shapeFor(fields).safeParse(rule).success;

/** As stored with a form. */
export const ruleOf = (stored: unknown): PriorityRule | null => (stored ? shape.parse(stored) : null);

/** The rule as far as these fields have what it goes by, and whether that is less than it was. */
export function carryRule(
  fields: Field[],
  rule: PriorityRule | null,
): { rule: PriorityRule | null; isLessened: boolean } {
  if (!rule) return { rule, isLessened: false };
  const choice = fields.find(({ key }) => key === rule.field);
  if (choice?.kind !== "single_choice") return { rule: null, isLessened: true };
  const values = new Set(choice.options.map(({ value }) => value));
  const priorities = Object.entries(rule.priorities);
  const kept = priorities.filter(([value]) => values.has(value));
  return {
    rule: { field: rule.field, priorities: Object.fromEntries(kept) },
    isLessened: kept.length < priorities.length,
  };
}

/** Normal where the rule says nothing of an answer, or where there is no rule. */
export function priorityByRule(rule: PriorityRule | null, answers: Answers): Priority {
  const answer = rule && answers[rule.field];
  const isKnown = typeof answer === "string" && rule && Object.hasOwn(rule.priorities, answer);
  return (isKnown && rule.priorities[answer]) || "normal";
}

// A form version never changes; the bound limits memory.
const maxVersions = 500;
const rules = () => perProcess("priority rules", () => new Map<string, PriorityRule | null>());

/** Of a form version, read once per process. */
export async function readPriorityRule(formVersionId: string, tx: Tx): Promise<PriorityRule | null> {
  const known = rules().get(formVersionId);
  if (known !== undefined) return known;
  const form = await tx.formVersion.findUnique({
    where: { id: formVersionId },
    select: { priorityRule: true },
  });
  const rule = ruleOf(form?.priorityRule);
  if (rules().size >= maxVersions) rules().clear();
  rules().set(formVersionId, rule);
  return rule;
}

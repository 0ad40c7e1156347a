import { z } from "zod";
import { type Condition, partsOf } from "../catalog/condition";
import { type Field, formDefinition } from "../catalog/fields";
import { problemOfPattern } from "../catalog/pattern";
import { isRuleFor, type PriorityRule } from "../catalog/priority-rule";
import { Priority } from "../generated/enums";
import type { MessageCode } from "../messages/translate";

const order = [
  ...["key", "kind", "label", "help", "placeholder", "required", "options", "whole", "min", "max"],
  ...["minLength", "maxLength", "pattern", "patternMessage", "showWhen", "requireWhen"],
];

/** A form in the one way in which files have it: in this order, and without what says nothing. */
export const plainForm = (fields: Field[]): Field[] =>
  fields.map(field => {
    const said = Object.entries(field).filter(
      ([, value]) => value !== undefined && value !== "" && value !== false,
    );
    const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    return Object.fromEntries(said.toSorted(([one], [other]) => placeOf(one) - placeOf(other))) as Field;
  });

type Problem = { path: (string | number)[]; message: MessageCode };

/** What a condition on it can ask for. */
const answersTo = (field: Field): string[] =>
  "options" in field ? field.options.map(({ value }) => value) : ["yes"];

/** What is wrong with a form though each field alone is right. */
function problemsOf(fields: Field[]): Problem[] {
  return fields.flatMap((field, index) => {
    const values = "options" in field ? answersTo(field) : [];
    const twice = values.findIndex((value, place) => values.indexOf(value) < place);
    const unknown = (["showWhen", "requireWhen"] as const).flatMap(name =>
      askingNothing(fields, field[name]).map(
        (path): Problem => ({ path: [index, name, ...path], message: "desk_file.no_option" }),
      ),
    );
    const isMisread = "pattern" in field && field.pattern !== undefined && problemOfPattern(field.pattern);
    return [
      ...unknown,
      ...(twice < 0 ? [] : [{ path: [index, "options", twice], message: "desk_file.option_twice" as const }]),
      ...(isMisread ? [{ path: [index, "pattern"], message: "desk_file.no_pattern" as const }] : []),
    ];
  });
}

/** Where a condition asks for what no choice has. */
function askingNothing(fields: Field[], condition: Condition | undefined): Problem["path"][] {
  if (!condition) return [];
  const [several] = (["all", "any"] as const).filter(name => name in condition);
  return partsOf(condition).flatMap(({ field, is }, number) => {
    const asked = fields.find(({ key }) => key === field);
    const place = asked ? is.findIndex(value => !answersTo(asked).includes(value)) : -1;
    return place < 0 ? [] : [[...(several ? [several, number] : []), "is", place]];
  });
}

export const formInput = formDefinition
  .superRefine((fields, context) => {
    for (const problem of problemsOf(fields as Field[])) context.addIssue({ code: "custom", ...problem });
  })
  .transform(fields => plainForm(fields as Field[]));

export const ruleInput = z.strictObject({
  field: z.string(),
  priorities: z.record(z.string(), z.enum(Priority)),
});

/** In the order of the choices. */
export function plainRule(fields: Field[], rule: PriorityRule): PriorityRule {
  const choice = fields.find(({ key }) => key === rule.field);
  const values = choice && "options" in choice ? choice.options.map(({ value }) => value) : [];
  const placeOf = ([value]: [string, unknown]) => values.indexOf(value);
  const priorities = Object.entries(rule.priorities).toSorted((one, other) => placeOf(one) - placeOf(other));
  return { field: rule.field, priorities: Object.fromEntries(priorities) };
}

export const isRule = (fields: Field[], rule: PriorityRule | undefined): boolean =>
  rule === undefined || isRuleFor(fields, rule);

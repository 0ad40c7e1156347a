import { z } from "zod";
import { textsOf, tidyField } from "../catalog/field-texts";
import { type Field, formDefinition } from "../catalog/fields";
import { inGroups } from "../catalog/for-agents";
import type { Problem } from "../catalog/form-problems";
import { unfitness } from "../catalog/form-unfitness";
import { isRuleFor, type PriorityRule } from "../catalog/priority-rule";
import { listOf } from "../catalog/shared-lists";
import { Priority } from "../generated/enums";
import { messageCode } from "../messages/said";

const order = [
  ...[
    "key",
    "kind",
    "label",
    "help",
    "placeholder",
    "agentsOnly",
    "translations",
    "required",
    "list",
    "options",
    "whole",
    "min",
    "max",
  ],
  ...["minLength", "maxLength", "pattern", "patternMessage", "showWhen", "requireWhen"],
];

/** A form in the one way in which files have it: in this order, and without what says nothing. */
export const plainForm = (fields: Field[]): Field[] =>
  fields.map(field => {
    const said = Object.entries(tidyField(field)).filter(
      ([, value]) => value !== undefined && value !== "" && value !== false,
    );
    const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    return Object.fromEntries(said.toSorted(([one], [other]) => placeOf(one) - placeOf(other))) as Field;
  });

/** Properties that a problem is found at; of limits there are several. */
const placeOf = ({ at, path = [] }: Problem) => (at === "limits" ? [] : [at, ...path]);

/** A form that can be published: the same rules as the builder's say so. */
export const formInput = formDefinition
  .pipe(z.custom<Field[]>())
  .superRefine((fields, context) => {
    for (const problem of unfitness(
      inGroups(fields, field => field),
      {},
      null,
    )) {
      const { code: message, params } = problem.said;
      const path = [fields.findIndex(({ key }) => key === problem.key), ...placeOf(problem)];
      context.addIssue({ code: "custom", path, message, params });
    }
    for (const [at, field] of fields.entries())
      if (listOf(field) !== undefined && "options" in field && field.options.length > 0)
        context.addIssue({
          ...{ code: "custom", path: [at, "options"] },
          message: messageCode("desk_file.list_and_options"),
        });
    for (const [at, field] of fields.entries())
      for (const [language, own] of Object.entries(field.translations ?? {}))
        for (const key of Object.keys(own).filter(name => !textsOf(field)[name])) {
          const message = messageCode("desk_file.translates_nothing");
          const path = [at, "translations", language, key];
          context.addIssue({ code: "custom", path, message, params: { key } });
        }
  })
  .transform(fields => plainForm(inGroups(fields, field => field)));

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

import { z } from "zod";
import { type Field, formDefinition, type Option } from "../catalog/fields";
import { isRuleFor, type PriorityRule } from "../catalog/priority-rule";
import { Priority } from "../generated/enums";
import { messageCode } from "../messages/said";
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

/** What is wrong with a form though each field alone is right. */
function problemsOf(fields: Field[]): { path: (string | number)[]; message: MessageCode }[] {
  const optionsOf = (key: string): Option[] | null => {
    const field = fields.find(one => one.key === key);
    return field && "options" in field ? field.options : null;
  };
  return fields.flatMap((field, index) => {
    const values = optionsOf(field.key)?.map(({ value }) => value) ?? [];
    const twice = values.findIndex((value, place) => values.indexOf(value) < place);
    const unknown = (["showWhen", "requireWhen"] as const).flatMap(name => {
      const condition = field[name];
      const known = condition && (optionsOf(condition.field)?.map(({ value }) => value) ?? ["yes"]);
      const place = condition?.is.findIndex(value => !known?.includes(value)) ?? -1;
      return place < 0
        ? []
        : [{ path: [index, name, "is", place], message: messageCode("desk_file.no_option") }];
    });
    const isMisread = "pattern" in field && field.pattern !== undefined && !isPattern(field.pattern);
    return [
      ...unknown,
      ...(twice < 0
        ? []
        : [{ path: [index, "options", twice], message: messageCode("desk_file.option_twice") }]),
      ...(isMisread ? [{ path: [index, "pattern"], message: messageCode("desk_file.no_pattern") }] : []),
    ];
  });
}

/** As answers are checked with it. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "v") !== null;
  } catch {
    return false;
  }
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

import { inputId } from "../form/input-id";
import { isEntryKey, offeredOptions } from "./choices";
import { type Condition, type Part, partsOf } from "./condition";
import type { Field } from "./fields";
import { isAsked, isHideable, questionsUnder } from "./sections";
import { listOf } from "./shared-lists";

export const answerName = (key: string) => `answers.${key}`;
/** The inputs that a draft stores; files are kept separately. */
export const keptNames = (fields: Field[]) =>
  fields.flatMap(({ kind, key }) => (kind === "file" || kind === "section" ? [] : [answerName(key)]));
/** Where a whole form begins to ask only agents. */
export const agentsBox = "agents-only";
export const boxId = (formId: string, key: string) => `${formId}-box-${key}`;

/** A style sheet that shows and hides questions depending on earlier answers, without script. */
export function conditionStyles(formId: string, fields: Field[]): string {
  return fields.flatMap(field => rulesOf(formId, fields, field)).join("\n");
}

function rulesOf(formId: string, fields: Field[], field: Field): string[] {
  const box = `[id="${boxId(formId, field.key)}"]`;
  const form = `[id="${formId}"]`;
  const unless = (condition: Condition) => `${form}:not(${holding(formId, fields, condition)})`;
  const when = (condition: Condition) => `${form}${holding(formId, fields, condition)}`;
  if (!isAsked(field)) {
    if (!isHideable(fields, field)) return [];
    const none = questionsUnder(fields, field).flatMap(({ showWhen }) =>
      showWhen ? [`:not(${holding(formId, fields, showWhen)})`] : [],
    );
    return [`${form}${none.join("")} ${box}{display:none}`];
  }
  return [
    ...(field.showWhen ? [`${unless(field.showWhen)} ${box}{display:none}`] : []),
    ...(field.requireWhen && !field.required
      ? [
          `${unless(field.requireWhen)} ${box} .need-required{display:none}`,
          `${when(field.requireWhen)} ${box} .need-optional{display:none}`,
        ]
      : []),
  ];
}

/** A selector for the form while the condition is true. */
function holding(formId: string, fields: Field[], condition: Condition): string {
  const parts = partsOf(condition).map(part => holdingPart(formId, fields, part));
  return "any" in condition ? `:is(${parts.join(",")})` : parts.join("");
}

/** What is chosen in a hidden question does not count: it is not kept either. */
function holdingPart(formId: string, fields: Field[], part: Part): string {
  const other = fields.find(({ key }) => key === part.field);
  const inputs = chosenInputs(formId, other, part);
  const own = inputs.length === 0 ? ":not(*)" : `:has(${inputs.map(input => `${input}:checked`).join(",")})`;
  return other?.showWhen ? own + holding(formId, fields, other.showWhen) : own;
}

/**
 * The inputs that make it true. Selectors contain keys and positions, never text. Entries of a list are found by their
 * keys, because a style sheet is kept for good, and their positions change.
 */
function chosenInputs(formId: string, other: Field | undefined, { field: key, is }: Part): string[] {
  const id = inputId(formId, answerName(key));
  if (!other || !("options" in other)) return [`[id="${id}"]`];
  if (listOf(other)) return is.filter(isEntryKey).map(value => `[id="${id}"] [value="${value}"]`);
  return offeredOptions(other).flatMap(({ value }, index) =>
    is.includes(value) ? [`[id="${id}-${index}"]`] : [],
  );
}

/** How many inputs and questions above it a condition comes down to, which its style sheet grows with. */
export function reachOf(fields: Field[], condition: Condition): number {
  const reach = new Map<string, number>();
  const of = (one: Condition): number =>
    partsOf(one).reduce((sum, { field, is }) => sum + is.length + (reach.get(field) ?? 0), 0);
  for (const { key, showWhen } of fields) reach.set(key, showWhen ? of(showWhen) : 0);
  return of(condition);
}

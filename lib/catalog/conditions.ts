import { inputId } from "../form/input-id";
import type { Condition, Field } from "./fields";

export const answerName = (key: string) => `answers.${key}`;
/** The inputs that a draft stores; files are kept separately. */
export const keptNames = (fields: Field[]) =>
  fields.flatMap(({ kind, key }) => (kind === "file" ? [] : [answerName(key)]));
export const boxId = (formId: string, key: string) => `${formId}-box-${key}`;

/** A style sheet that shows and hides questions depending on earlier answers, without script. */
export function conditionStyles(formId: string, fields: Field[]): string {
  return fields.flatMap(field => rulesOf(formId, fields, field)).join("\n");
}

function rulesOf(formId: string, fields: Field[], field: Field): string[] {
  const box = `[id="${boxId(formId, field.key)}"]`;
  const unless = (condition: Condition) => `[id="${formId}"]:not(:has(${chosen(formId, fields, condition)}))`;
  const when = (condition: Condition) => `[id="${formId}"]:has(${chosen(formId, fields, condition)})`;
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

/** A selector for the inputs that make the condition true; ids contain keys and positions, never text. */
function chosen(formId: string, fields: Field[], { field: key, is }: Condition): string {
  const other = fields.find(field => field.key === key);
  const id = inputId(formId, answerName(key));
  if (!other || !("options" in other)) return `[id="${id}"]:checked`;
  const positions = other.options.flatMap((option, index) => (is.includes(option.value) ? [index] : []));
  return positions.map(index => `[id="${id}-${index}"]:checked`).join(",");
}

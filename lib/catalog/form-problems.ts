import type { Said } from "../messages/said";
import { isChosen, offeredOptions } from "./choices";
import { type Condition, partsOf } from "./condition";
import { reachOf } from "./conditions";
import type { Field } from "./fields";

export type ProblemPlace = "label" | "options" | "limits" | "pattern" | "showWhen" | "requireWhen" | "kind";
/** What keeps a draft from being published, at one of its questions. */
export type Problem = { key: string; at: ProblemPlace; said: Said };

/** What a style sheet can bear for one question. */
const maxReach = 200;

/** @param ofPattern what is wrong with a pattern, by the engine that runs it */
export function problemsOf(
  fields: Field[],
  ofPattern: (pattern: string) => Said | undefined = () => undefined,
): Problem[] {
  return fields.flatMap((field, index) => {
    const above = fields.slice(0, index);
    const pattern = "pattern" in field && field.pattern ? ofPattern(field.pattern) : undefined;
    const found: [ProblemPlace, Said | undefined][] = [
      ["label", field.label.trim() === "" ? { code: "form_builder.problem.label" } : undefined],
      ["options", ofOptions(field)],
      ["limits", ofLimits(field)],
      ["pattern", pattern],
      ["showWhen", ofCondition(above, field.showWhen)],
      ["requireWhen", ofCondition(above, field.requireWhen)],
    ];
    return found.flatMap(([at, said]) => (said ? [{ key: field.key, at, said }] : []));
  });
}

function ofOptions(field: Field): Said | undefined {
  if (!("options" in field)) return undefined;
  const labels = offeredOptions(field).map(({ label }) => label.trim());
  if (labels.length === 0) return { code: "form_builder.problem.no_options" };
  if (labels.includes("")) return { code: "form_builder.problem.option_label" };
  const twice = labels.find((label, index) => labels.indexOf(label) < index);
  return twice === undefined
    ? undefined
    : { code: "form_builder.problem.option_twice", params: { label: twice } };
}

function ofLimits(field: Field): Said | undefined {
  const { minLength, maxLength, min, max } = field as {
    minLength?: number;
    maxLength?: number;
    min?: number | string;
    max?: number | string;
  };
  const isUnread = (bound?: number | string) =>
    typeof bound === "string" && !isMoment(bound, field.kind === "date");
  if (isUnread(min) || isUnread(max)) return { code: "form_builder.problem.date" };
  const isUpsideDown =
    (minLength !== undefined && maxLength !== undefined && minLength > maxLength) ||
    (min !== undefined && max !== undefined && min > max);
  return isUpsideDown ? { code: "form_builder.problem.limits" } : undefined;
}

const isMoment = (text: string, isDay: boolean) =>
  (isDay ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/).test(text) &&
  !Number.isNaN(Date.parse(isDay ? text : `${text}Z`));

function ofCondition(above: Field[], condition: Condition | undefined): Said | undefined {
  if (!condition) return undefined;
  for (const { field, is } of partsOf(condition)) {
    const other = above.find(({ key }) => key === field);
    if (!other || !isChosen(other)) return { code: "form_builder.problem.condition_gone" };
    const offered = "options" in other ? offeredOptions(other).map(({ value }) => value) : ["yes"];
    if (!is.some(value => offered.includes(value)))
      return { code: "form_builder.problem.condition_empty", params: { label: other.label } };
  }
  return reachOf(above, condition) > maxReach ? { code: "form_builder.problem.condition_deep" } : undefined;
}

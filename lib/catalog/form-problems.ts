import type { Said } from "../messages/said";
import { isChosen, type Option, offeredOptions } from "./choices";
import { type Condition, partsOf } from "./condition";
import { reachOf } from "./conditions";
import type { Field } from "./fields";
import { isForAgents } from "./for-agents";
import { isAsked, questionsUnder } from "./sections";
import { listIn, listOf, type SharedLists, withLists } from "./shared-lists";

export type ProblemPlace =
  | "label"
  | "options"
  | "limits"
  | "pattern"
  | "showWhen"
  | "requireWhen"
  | "kind"
  | "agentsOnly";
/** What keeps a form from being published, at one of its questions. */
export type Problem = {
  key: string;
  at: ProblemPlace;
  said: Said;
  /** Of the value within what is at the place, for whoever reads it as a file. */
  path?: (string | number)[];
};
type Found = Pick<Problem, "said" | "path">;

/** What a style sheet can bear for one question. */
const maxReach = 200;

/**
 * @param lists what there is of them; null where that cannot be known, as in a file that is read apart from its desk
 * @param ofPattern what is wrong with a pattern, by the engine that runs it
 */
export function problemsOf(
  form: Field[],
  lists: SharedLists | null,
  ofPattern: (pattern: string) => Said | undefined = () => undefined,
): Problem[] {
  const fields = withLists(form, lists ?? {});
  return fields.flatMap((field, index) => {
    const above = fields.slice(0, index);
    const pattern = "pattern" in field && field.pattern ? ofPattern(field.pattern) : undefined;
    const found: [ProblemPlace, Found | undefined][] = [
      ["label", field.label.trim() === "" ? of("label") : undefined],
      ["label", isAsked(field) || questionsUnder(fields, field).length > 0 ? undefined : of("empty_section")],
      ["options", listOf(field) === undefined ? problemOfOptions(field) : ofList(field, lists)],
      ["limits", ofLimits(field)],
      ["pattern", pattern && { said: pattern }],
      ["agentsOnly", field.kind === "file" && isForAgents(field) ? of("agents_files") : undefined],
      ["showWhen", ofHiddenCondition(fields, field, "showWhen") ?? ofCondition(above, field.showWhen, lists)],
      [
        "requireWhen",
        ofHiddenCondition(fields, field, "requireWhen") ?? ofCondition(above, field.requireWhen, lists),
      ],
    ];
    return found.flatMap(([at, problem]) => (problem ? [{ key: field.key, at, ...problem }] : []));
  });
}

type Name =
  | "label"
  | "empty_section"
  | "no_options"
  | "option_label"
  | "option_twice"
  | "option_twice_translated"
  | "value_twice"
  | "list_gone"
  | "list_archived"
  | "limits"
  | "date"
  | "agents_files"
  | "condition_agents"
  | "condition_gone"
  | "condition_empty"
  | "condition_unknown"
  | "condition_deep";

const of = (name: Name, path: Found["path"] = [], params: Said["params"] = {}): Found => ({
  said: { code: `form_builder.problem.${name}`, params },
  path,
});

/** What readers of each language choose from: an untranslated choice is read as the desk says it. */
function labelsInLanguages(offered: Option[]): string[][] {
  const languages = new Set(offered.flatMap(({ translations = {} }) => Object.keys(translations)));
  return [...languages].map(language =>
    offered.map(({ label, translations = {} }) => (translations[language] ?? label).trim()),
  );
}

function ofList(field: Field, lists: SharedLists | null): Found | undefined {
  const list = lists && listIn(lists, listOf(field) ?? "");
  if (lists === null) return undefined;
  if (!list) return of("list_gone");
  return list.isArchived ? of("list_archived", [], { list: list.name }) : undefined;
}

/** What is wrong with the choices of a question, or of a list. */
export function problemOfOptions(field: Field | { options: Option[] }): Found | undefined {
  if (!("options" in field)) return undefined;
  const { options } = field;
  const offered = offeredOptions(field);
  if (offered.length === 0) return of("no_options");
  const labels = offered.map(({ label }) => label.trim());
  const placeOf = (index: number) => options.indexOf(offered[index] as (typeof options)[number]);
  const unnamed = labels.indexOf("");
  if (unnamed >= 0) return of("option_label", [placeOf(unnamed)]);
  for (const said of [labels, ...labelsInLanguages(offered)]) {
    const twice = said.findIndex((label, index) => said.indexOf(label) < index);
    const name = said === labels ? "option_twice" : "option_twice_translated";
    if (twice >= 0) return of(name, [placeOf(twice)], { label: said[twice] ?? "" });
  }
  const same = options.findIndex(({ value }, index) => options.findIndex(one => one.value === value) < index);
  return same < 0 ? undefined : of("value_twice", [same], { value: options[same]?.value ?? "" });
}

function ofLimits(field: Field): Found | undefined {
  const { minLength, maxLength, min, max } = field as {
    minLength?: number;
    maxLength?: number;
    min?: number | string;
    max?: number | string;
  };
  const isUnread = (bound?: number | string) =>
    typeof bound === "string" && !isMoment(bound, field.kind === "date");
  if (isUnread(min) || isUnread(max)) return of("date");
  const isUpsideDown =
    (minLength !== undefined && maxLength !== undefined && minLength > maxLength) ||
    (min !== undefined && max !== undefined && min > max);
  return isUpsideDown ? of("limits") : undefined;
}

const isMoment = (text: string, isDay: boolean) =>
  (isDay ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/).test(text) &&
  !Number.isNaN(Date.parse(isDay ? text : `${text}Z`));

/** What customers are asked must tell them nothing of what agents have answered. */
function ofHiddenCondition(
  fields: Field[],
  field: Field,
  rule: "showWhen" | "requireWhen",
): Found | undefined {
  const condition = field[rule];
  if (!condition || isForAgents(field)) return undefined;
  const hidden = partsOf(condition).flatMap(part =>
    fields.filter(other => other.key === part.field && isForAgents(other)),
  );
  return hidden[0] && of("condition_agents", [], { label: hidden[0].label });
}

function ofCondition(
  above: Field[],
  condition: Condition | undefined,
  lists: SharedLists | null,
): Found | undefined {
  if (!condition) return undefined;
  const several = (["all", "any"] as const).filter(name => name in condition);
  for (const [number, { field, is }] of partsOf(condition).entries()) {
    const path = several.length > 0 ? [...several, number] : [];
    const other = above.find(({ key }) => key === field);
    if (!other || !isChosen(other)) return of("condition_gone", [...path, "field"]);
    if (listOf(other) !== undefined && lists === null) continue;
    const known = "options" in other ? other.options.map(({ value }) => value) : ["yes"];
    const unknown = is.findIndex(value => !known.includes(value));
    if (unknown >= 0)
      return of("condition_unknown", [...path, "is", unknown], {
        value: is[unknown] ?? "",
        label: other.label,
      });
    const offered = "options" in other ? offeredOptions(other).map(({ value }) => value) : known;
    if (!is.some(value => offered.includes(value)))
      return of("condition_empty", [...path, "is"], { label: other.label });
  }
  return reachOf(above, condition) > maxReach ? of("condition_deep") : undefined;
}

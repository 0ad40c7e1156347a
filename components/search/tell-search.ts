import type { Translator } from "@/lib/messages/translate";
import { sayChoice } from "@/lib/search/choice-words";
import type { FilterField, ListChoices } from "@/lib/search/choices";
import type { Choices, ToldField, ToldSearch } from "./told-search";

type Box = Pick<
  ToldSearch,
  | "path"
  | "maxWords"
  | "label"
  | "placeholder"
  | "searchesAll"
  | "typed"
  | "problems"
  | "kept"
  | "view"
  | "all"
>;

export function tellSearch(
  t: Translator,
  { words, fields, columns, active, activeRare = 0 }: ListChoices,
  box: Box,
): ToldSearch {
  return {
    words,
    ...box,
    fields: fields.filter(({ isRare }) => !isRare).map(field => tellField(t, field)),
    rare: fields.filter(({ isRare }) => isRare).map(field => tellField(t, field)),
    columns: linesOf(columns.map(({ value, label }) => [value, t(label)])),
    shown: valuesOf(columns.filter(({ isShown }) => isShown)),
    fixed: valuesOf(columns.filter(({ isFixed }) => isFixed)),
    say: {
      search: t("search.submit"),
      filters: active > 0 ? t("search.filters.set", { active }) : t("search.filters"),
      more: activeRare > 0 ? t("search.filters.more.set", { active: activeRare }) : t("search.filters.more"),
      apply: t("search.filters.apply"),
      columns: t("search.columns"),
      applyColumns: t("search.columns.apply"),
    },
  };
}

const valuesOf = (columns: ListChoices["columns"]) => columns.map(({ value }) => value).join();

const linesOf = (choices: [value: string, label: string][]): Choices =>
  choices.flatMap(choice => choice.map(text => text.replaceAll("\n", " "))).join("\n");

function tellField(t: Translator, { label, ...field }: FilterField): ToldField {
  const told = [field.name, t(label), field.value] as const;
  if (field.kind === "select")
    return [...told, linesOf(field.choices.map(choice => [choice.value, sayChoice(t, choice)]))];
  return [...told, field.kind === "text" && field.isNamed ? "name" : field.kind];
}

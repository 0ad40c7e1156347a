import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { Choice, FilterField, ListChoices } from "@/lib/search/choices";
import type { ToldField, ToldSearch } from "./told-search";

type Box = Pick<ToldSearch, "path" | "maxWords" | "label" | "placeholder" | "searchesAll">;

export function tellSearch(
  t: Translator,
  { words, fields, columns, active }: ListChoices,
  box: Box,
): ToldSearch {
  return {
    ...box,
    words,
    fields: fields.map(field => tellField(t, field)),
    columns: columns.map(({ value, label }) => [value, t(label)]),
    shown: valuesOf(columns.filter(({ isShown }) => isShown)),
    fixed: valuesOf(columns.filter(({ isFixed }) => isFixed)),
    say: {
      search: t("search.submit"),
      filters: active > 0 ? t("search.filters.set", { active }) : t("search.filters"),
      more: t("search.filters.more"),
      apply: t("search.filters.apply"),
      columns: t("search.columns"),
      applyColumns: t("search.columns.apply"),
    },
  };
}

const valuesOf = (columns: ListChoices["columns"]) => columns.map(({ value }) => value);

function tellField(t: Translator, { label, ...field }: FilterField): ToldField {
  if (field.kind !== "select") return { ...field, label: t(label) };
  const { name, value, choices, isRare } = field;
  return {
    ...{ name, label: t(label), value },
    ...(isRare && { isRare }),
    choices: choices.map(choice => [choice.value, saidOf(t, choice)]),
  };
}

// Choices of the desk's own are the same on each visit.
const said = new WeakMap<Translator, WeakMap<Choice, string>>();

function saidOf(t: Translator, choice: Choice): string {
  if (typeof choice.label === "string") return choice.label;
  const labels = said.get(t) ?? new WeakMap<Choice, string>();
  said.set(t, labels);
  const label = labels.get(choice) ?? say(t, choice.label);
  labels.set(choice, label);
  return label;
}

import type { Option } from "@/lib/catalog/choices";
import { type Condition, partsOf } from "@/lib/catalog/condition";
import type { Field } from "@/lib/catalog/fields";
import type { Difference, QuestionProperty } from "@/lib/catalog/form-differences";
import { listIn, type SharedLists, withLists } from "@/lib/catalog/shared-lists";
import type { Translations } from "@/lib/catalog/translations";
import { languageName } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";

export type ToldDifference = {
  id: string;
  label: string;
  kind: string;
  change: Difference["change"];
  properties: { name: string; before: string; after: string }[];
};

type Forms = { published: Field[]; draft: Field[]; lists: SharedLists };

/** What would be different, in words. */
export const tellDifferences = (
  t: Translator,
  differences: Difference[],
  { published, draft, lists }: Forms,
): ToldDifference[] =>
  differences.map(({ key, kind, label, change, properties }) => ({
    id: `${key} ${change}`,
    label: label || t("form_builder.untitled"),
    kind: t(`form_builder.kind.${kind}`),
    change,
    properties: properties.map(({ property, before, after }) => ({
      name: nameOf(t, property, kind),
      before: tellProperty(t, property, before, withLists(published, lists), lists),
      after: tellProperty(t, property, after, withLists(draft, lists), lists),
    })),
  }));

function nameOf(t: Translator, property: QuestionProperty, kind: Field["kind"]): string {
  const isBound = property === "min" || property === "max";
  if (isBound && (kind === "date" || kind === "date_time"))
    return t(`form_builder.property.${property}.date`);
  if (property === "max" && kind !== "number") return t("form_builder.property.max.count");
  return t(`form_builder.property.${property}`);
}

function tellProperty(
  t: Translator,
  property: QuestionProperty,
  value: unknown,
  fields: Field[],
  lists: SharedLists,
): string {
  if (value === undefined) return tellValue(t, value, fields);
  if (property === "translations") return tellTranslations(t, value as Translations);
  if (property === "list") return listIn(lists, String(value))?.name ?? String(value);
  return tellValue(t, value, fields);
}

function tellValue(t: Translator, value: unknown, fields: Field[]): string {
  if (value === undefined) return t("form_builder.property.empty");
  if (value === true) return t("form_builder.property.yes");
  if (Array.isArray(value)) return (value as Option[]).map(option => tellOption(t, option)).join("\n");
  return typeof value === "object" ? tellCondition(t, value as Condition, fields) : String(value);
}

const tellOption = (t: Translator, { label, retired, translations = {} }: Option) =>
  [retired ? `${label} (${t("form_builder.option.retired")})` : label, ...Object.values(translations)].join(
    " / ",
  );

const tellTranslations = (t: Translator, translations: Translations) =>
  Object.entries(translations)
    .map(([language, texts]) => `${languageName(language, t.language)}: ${Object.values(texts).join(" / ")}`)
    .join("\n");

function tellCondition(t: Translator, condition: Condition, fields: Field[]): string {
  const parts = partsOf(condition).map(({ field: key, is }) => {
    const field = fields.find(one => one.key === key);
    const nameOfAnswer = (value: string) =>
      field && "options" in field
        ? (field.options.find(option => option.value === value)?.label ?? value)
        : t("form_builder.property.yes");
    const answers = joined(t, "or", is.map(nameOfAnswer));
    return t("form_builder.condition.part", { label: field?.label ?? key, answers });
  });
  return joined(t, "any" in condition ? "or" : "and", parts);
}

const joined = (t: Translator, by: "and" | "or", parts: string[]): string =>
  parts
    .slice(0, -1)
    .reduceRight((rest, first) => t(`form_builder.condition.${by}`, { first, rest }), parts.at(-1) ?? "");

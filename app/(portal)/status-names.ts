import { type Said, say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { ListChoices } from "@/lib/search/choices";

/** More would be a list, not a name. */
const maxNames = 3;

/** What a filter over requests of several types is called: each of their own names once. */
export function nameIn(t: Translator, said: Said, types: { value: string }[]): string {
  const names = [...new Set(types.map(({ value }) => say(t.ofType(value), said)))];
  return names.length === 0 || names.length > maxNames ? say(t, said) : names.join(t("search.status.or"));
}

/** With the statuses to filter by as those types call them. */
export const withOwnNames = (
  t: Translator,
  choices: ListChoices,
  types: { value: string }[],
): ListChoices => ({
  ...choices,
  fields: choices.fields.map(field =>
    field.name === "show" && field.kind === "select"
      ? {
          ...field,
          choices: field.choices.map(({ value, label }) => ({
            value,
            label: typeof label === "string" ? label : nameIn(t, label, types),
          })),
        }
      : field,
  ),
});

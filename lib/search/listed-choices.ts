import "server-only";
import type { FilterField } from "./choices";
import { teamChoices } from "./desk-choices";

/** Of more than these a text field takes the name. */
const maxListed = 100;

/** A select has one choice; several that were typed are one more. */
export function withSeveral(field: FilterField): FilterField {
  if (field.kind !== "select" || field.choices.some(({ value }) => value === field.value)) return field;
  const labels = field.value
    .split(".")
    .flatMap(one => field.choices.find(({ value }) => value === one)?.label ?? []);
  const [last, ...others] = labels.toReversed();
  if (last === undefined || others.length === 0) return field;
  const label = others.reduce((rest, first) => ({ code: "queue.either", params: { first, rest } }), last);
  return { ...field, choices: [...field.choices, { value: field.value, label }] };
}

/** Tags have boxes of their own. Null where a desk has none to choose from. */
export function listedOf(field: FilterField): FilterField | null {
  if (field.name === "tag") return null;
  if (field.kind !== "select") return field;
  if (field.name === "team" && field.choices.length === teamChoices.length && field.value === "") return null;
  if (!field.isNamed) return field;
  const { choices, value, kind: _, ...named } = field;
  if (choices.length === 1) return null;
  if (choices.length <= 1 + maxListed) return field;
  const label = value && choices.find(choice => choice.value === value)?.label;
  return { ...named, kind: "text", value: typeof label === "string" ? label : value };
}

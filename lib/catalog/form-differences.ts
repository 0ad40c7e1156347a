import { isDeepStrictEqual } from "node:util";
import type { Field, FieldKind } from "./fields";

export const questionProperties = [
  "label",
  "help",
  "placeholder",
  "translations",
  "agentsOnly",
  "required",
  "list",
  "options",
  "minLength",
  "maxLength",
  "min",
  "max",
  "whole",
  "pattern",
  "patternMessage",
  "showWhen",
  "requireWhen",
] as const;

export type QuestionProperty = (typeof questionProperties)[number];
export type PropertyChange = { property: QuestionProperty; before: unknown; after: unknown };

/** What becomes of one question. Its key says which; a question of another kind is another question. */
export type Difference = {
  key: string;
  kind: FieldKind;
  /** As it is called now, or was if it is gone. */
  label: string;
  change: "added" | "removed" | "changed" | "moved";
  properties: PropertyChange[];
};

/** In the order of the later form, with what is gone last. A question that is moved and changed is both. */
export function compareForms(before: Field[], after: Field[]): Difference[] {
  const moved = movedKeys(before, after);
  const isIn = (fields: Field[], { key, kind }: Field) =>
    fields.find(other => other.key === key && other.kind === kind);
  const present = after.flatMap((field): Difference[] => {
    const was = isIn(before, field);
    if (!was) return [differing(field, "added")];
    const properties = changesIn(was, field);
    return [
      ...(properties.length > 0 ? [differing(field, "changed", properties)] : []),
      ...(moved.has(field.key) ? [differing(field, "moved")] : []),
    ];
  });
  const gone = before.filter(field => !isIn(after, field)).map(field => differing(field, "removed"));
  return [...present, ...gone];
}

const differing = (
  { key, kind, label }: Field,
  change: Difference["change"],
  properties: PropertyChange[] = [],
): Difference => ({ key, kind, label, change, properties });

function changesIn(was: Field, is: Field): PropertyChange[] {
  return questionProperties.flatMap(property => {
    const [before, after] = [was, is].map(field => (field as Record<string, unknown>)[property] || undefined);
    return isDeepStrictEqual(before, after) ? [] : [{ property, before, after }];
  });
}

/** As few as explain the order: all but the longest run of questions that kept theirs. */
function movedKeys(before: Field[], after: Field[]): Set<string> {
  const places = after.map(({ key }) => before.findIndex(other => other.key === key));
  const runs: number[][] = [];
  for (const place of places.filter(one => one >= 0)) {
    const longest = runs
      .filter(run => (run.at(-1) ?? -1) < place)
      .reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, place]);
  }
  const kept = runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
  return new Set(
    after
      .filter((_, index) => (places[index] ?? -1) >= 0 && !kept.includes(places[index] ?? -1))
      .map(({ key }) => key),
  );
}

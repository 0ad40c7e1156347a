import "server-only";
import { statusNames } from "../requests/lifecycle";
import { anyOf, type Condition, type FilterName, readCondition } from "./filters";
import type { Operator, Parameter } from "./view";

/** Null filters nothing. */
export function choiceParameter(
  name: string,
  choices: Record<string, Condition | null>,
  { all, usual = () => all }: { all: string; usual?: Parameter["usual"] },
): Parameter {
  const known = new Map(Object.entries(choices));
  const named = new Map(
    [...known].flatMap(([choice, condition]) => (condition ? [[keyOf(condition), choice]] : [])),
  );
  return {
    name,
    all,
    usual,
    says: condition => named.has(keyOf(condition)),
    read: choice => {
      const condition = known.get(choice);
      return condition === undefined ? null : condition === null ? [] : [condition];
    },
    write: condition => named.get(keyOf(condition)) ?? all,
  };
}

const keyOf = ({ field, operator, value }: Condition) => `${field} ${operator} ${value}`;

/** The parameter with the operator that agents type for it. */
export const typedAs = (operator: string | Operator, parameter: Parameter): Parameter => ({
  ...parameter,
  operator: typeof operator === "string" ? { name: operator } : operator,
});

export const valueParameter = (name: string, field: FilterName, operator: string, all = ""): Parameter => ({
  name,
  all,
  usual: () => all,
  says: condition => condition.field === field && condition.operator === operator,
  read: value => {
    if (value === all) return [];
    const condition = readCondition({ field, operator, value: value.trim() });
    return condition && [condition];
  },
  write: ({ value }) => String(value),
});

const mostChoices = 20;

/** The same with several choices, of which a request fits at least one; stands in an address with points in between. */
export const several = (one: Parameter): Parameter => ({
  ...one,
  isList: true,
  says: condition => (condition.field === "any" ? condition.value.every(one.says) : one.says(condition)),
  read: choice => {
    const choices = [...new Set(choice.split("."))];
    const [first, ...others] = choices.map(one.read);
    if (!first || others.length === 0) return first ?? null;
    const all = [first, ...others];
    if (all.length > mostChoices || all.some(conditions => conditions === null)) return null;
    // One that filters nothing lets everything through.
    if (all.some(conditions => conditions?.length === 0)) return [];
    return [anyOf(all.flatMap(conditions => conditions ?? []))];
  },
  write: condition =>
    condition.field === "any" ? condition.value.map(one.write).join(".") : one.write(condition),
});

/** Slugs of tags; a request fits if it has at least one of them. */
export const tagParameter: Parameter = { ...valueParameter("tag", "tag", "any"), isList: true };

export const typeParameter = valueParameter("type", "type", "is");

export const statusConditions: Record<string, Condition> = Object.fromEntries(
  statusNames.map(value => [value, { field: "status", operator: "is", value }]),
);

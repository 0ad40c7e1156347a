import "server-only";
import { statusNames } from "../requests/lifecycle";
import { type Condition, type FilterName, readCondition } from "./filters";
import type { Parameter } from "./view";

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
  write: ({ value }) => value,
});

export const typeParameter = valueParameter("type", "type", "is");

export const statusConditions: Record<string, Condition> = Object.fromEntries(
  statusNames.map(value => [value, { field: "status", operator: "is", value }]),
);

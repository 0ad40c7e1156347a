import "server-only";
import type { Said } from "../messages/said";
import {
  type Column,
  type ColumnCode,
  columns,
  type Direction,
  fixedColumns,
  type Order,
  type Sort,
} from "./columns";
import { type Condition, negate } from "./filters";

export type View = {
  words: string;
  filters: Condition[];
  order: Order | null;
  columns: Column[];
  after: string;
  /** The slug of the saved view that it was opened from. */
  saved?: string;
};

export type Parameter = {
  name: string;
  /** The value that filters nothing. */
  all: string;
  /** The value assumed if the address has none; `typed` are the words along with the filters among them. */
  usual: (words: string, typed?: string) => string;
  says: (condition: Condition) => boolean;
  /** Several may be chosen: what was sent one by one is read with points in between. */
  isList?: true;
  read: (choice: string) => Condition[] | null;
  write: (condition: Condition) => string;
  operator?: Operator;
};

/** How a parameter is typed among the words of a search: `name:value`. */
export type Operator = {
  name: string;
  /** What was typed as a value of the address, and back, where they differ. */
  read?: (typed: string) => string;
  write?: (choice: string) => string;
};

export type List = {
  path: string;
  /** Its views can be saved under names. */
  hasSaved?: true;
  /** The first is always part of the address. */
  parameters: Parameter[];
  columns: readonly Column[];
  usualColumns: readonly Column[];
  labels: Partial<Record<Column, ColumnCode>>;
  usualOrder: (view: Pick<View, "words" | "filters">) => Order;
  /** Orders with a bounded cost. */
  orders: (view: Pick<View, "words" | "filters">) => readonly Sort[];
};

export const maxWords = 200;
const maxChoice = 500;
const maxNegated = 10;

type Asked = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined): string | undefined => [value].flat()[0];

const joined = (value: string | string[] | undefined) => value && [value].flat().join(".");

/** Anything not understood falls back to the default. */
export function readList(list: List, asked: Asked): View {
  const words = (first(asked.q) ?? "").replaceAll("\0", " ").trim().slice(0, maxWords);
  const filters = list.parameters.flatMap(({ name, usual, read, isList }) => {
    const choice = isList ? joined(asked[name]) : first(asked[name]);
    const isReadable = choice !== undefined && choice.length <= maxChoice && !choice.includes("\0");
    return (isReadable ? read(choice) : null) ?? read(usual(words)) ?? [];
  });
  filters.push(...readNegated(list, [asked.not ?? []].flat()));
  const named = [asked.columns].flat().join(",").split(",");
  const known = list.columns.filter(name => named.includes(name));
  const after = first(asked.after) ?? "";
  const saved = list.hasSaved && /^[a-z0-9-]{1,80}$/.exec(first(asked.view) ?? "")?.[0];
  return {
    words,
    filters,
    order: readOrder(list, first(asked.sort), { words, filters }),
    columns:
      known.length > 0
        ? list.columns.filter(name => known.includes(name) || fixedColumns.includes(name))
        : [...list.usualColumns],
    after: after.length <= maxCursor ? after : "",
    ...(saved && { saved }),
  };
}

/** Each is the name of a parameter and a choice that it has: `assigned:me`. */
function readNegated(list: List, said: string[]): Condition[] {
  return said.slice(0, maxNegated).flatMap(text => {
    const [name, choice] = splitAtColon(text);
    const isReadable = choice.length <= maxChoice && !choice.includes("\0");
    const conditions = isReadable ? list.parameters.find(one => one.name === name)?.read(choice) : null;
    return (conditions ?? []).map(negate).filter(condition => condition !== null);
  });
}

function splitAtColon(text: string): [string, string] {
  const at = text.indexOf(":");
  return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
}

/** What the filters keep back, as `readList` reads it again. */
export const negatedIn = (list: List, { filters }: Pick<View, "filters">): string[] =>
  filters.flatMap(condition => {
    if (condition.field !== "not") return [];
    const parameter = list.parameters.find(({ says }) => says(condition.value));
    return parameter ? [`${parameter.name}:${parameter.write(condition.value)}`] : [];
  });

const maxCursor = 1_000;
const directions: readonly string[] = ["asc", "desc"] satisfies Direction[];

function readOrder(list: List, sort: string | undefined, view: Pick<View, "words" | "filters">) {
  const [by, direction, ...rest] = (sort ?? "").split(".");
  const known = [...list.columns, "match"] as string[];
  if (!by || !direction || rest.length > 0 || !known.includes(by) || !directions.includes(direction))
    return null;
  const order = { by, direction } as Order;
  return list.orders(view).includes(order.by) ? order : null;
}

export function orderOf(list: List, view: View): Order {
  const { order } = view;
  return order && list.orders(view).includes(order.by) ? order : list.usualOrder(view);
}

export function choiceOf({ says, write, all }: Parameter, { filters }: View): string {
  const condition = filters.find(says);
  return condition ? write(condition) : all;
}

/** Without what is usual, and at the top unless the changes say otherwise. */
export function writeList(list: List, view: View, changes: Partial<View> = {}): string {
  const changed = { ...view, after: "", ...changes };
  const query = new URLSearchParams();
  const [head, ...others] = list.parameters;
  if (changed.saved) query.set("view", changed.saved);
  if (head) query.set(head.name, choiceOf(head, changed));
  if (changed.words) query.set("q", changed.words);
  for (const parameter of others) {
    const choice = choiceOf(parameter, changed);
    if (choice !== parameter.usual(changed.words)) query.set(parameter.name, choice);
  }
  for (const negated of negatedIn(list, changed)) query.append("not", negated);
  if (changed.order) query.set("sort", `${changed.order.by}.${changed.order.direction}`);
  if (changed.columns.join() !== list.usualColumns.join()) query.set("columns", changed.columns.join());
  if (changed.after) query.set("after", changed.after);
  return query.toString();
}

export function readListQuery(list: List, query: string): View {
  const fields = new URLSearchParams(query);
  return readList(list, Object.fromEntries([...fields.keys()].map(name => [name, fields.getAll(name)])));
}

export const hrefOf = (list: List, view: View, changes?: Partial<View>): string =>
  `${list.path}?${writeList(list, view, changes)}`;

/** The column's first direction, or the reverse if already sorted that way. */
export function orderAfterClick(list: List, view: View, column: Column): Order {
  const { by, direction } = orderOf(list, view);
  if (by !== column) return { by: column, direction: columns[column].first };
  return { by: column, direction: direction === "asc" ? "desc" : "asc" };
}

/** Choices that cannot be read leave the view unchanged. */
export function choose(list: List, view: View, choices: Record<string, string>): View {
  const chosen = list.parameters.flatMap(({ name, says, read }) => {
    const choice = choices[name];
    return (choice === undefined ? null : read(choice)) ?? view.filters.filter(says);
  });
  return { ...view, filters: chosen, after: "" };
}

/** Null if all of it was searched. */
export function tellLimit(typed: string | string[] | undefined, limit: number | null): Said | null {
  if (limit !== null) return { code: "search.news.words_cut", params: { limit } };
  return (first(typed) ?? "").trim().length > maxWords
    ? { code: "search.news.characters_cut", params: { limit: maxWords } }
    : null;
}

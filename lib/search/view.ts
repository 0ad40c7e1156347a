import "server-only";
import { type Column, columns, type Direction, fixedColumns, type Order, type Sort } from "./columns";
import type { Condition } from "./filters";

/** What a list shows: plain data, which an address holds and which can be kept. */
export type View = {
  words: string;
  filters: Condition[];
  /** Null for the usual order of such a view. */
  order: Order | null;
  columns: Column[];
  /** The cursor where the page begins; empty for the top. */
  after: string;
};

/** One parameter of a list's address, and the conditions that it means. */
export type Parameter = {
  name: string;
  /** How the address says that nothing is filtered. */
  all: string;
  /** What an address means that does not say. */
  usual: (words: string) => string;
  says: (condition: Condition) => boolean;
  /** Null for what is not understood. */
  read: (choice: string) => Condition[] | null;
  write: (condition: Condition) => string;
};

/** A kind of list: where it is, and what of the engine it offers. */
export type List = {
  path: string;
  /** The first one is always said in the address. */
  parameters: Parameter[];
  columns: readonly Column[];
  usualColumns: readonly Column[];
  labels: Partial<Record<Column, string>>;
  usualOrder: (view: Pick<View, "words" | "filters">) => Order;
  /** The orders that a view can be put in at a bounded cost. */
  orders: (view: Pick<View, "words" | "filters">) => readonly Sort[];
};

export const maxWords = 200;
const maxChoice = 100;

type Asked = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined): string | undefined => [value].flat()[0];

/** What an address asks of a list, as a view. Whatever cannot be understood falls back to what is usual. */
export function readList(list: List, asked: Asked): View {
  const words = (first(asked.q) ?? "").replaceAll("\0", " ").trim().slice(0, maxWords);
  const filters = list.parameters.flatMap(({ name, usual, read }) => {
    const choice = first(asked[name]);
    const isReadable = choice !== undefined && choice.length <= maxChoice && !choice.includes("\0");
    return (isReadable ? read(choice) : null) ?? read(usual(words)) ?? [];
  });
  const named = [asked.columns].flat().join(",").split(",");
  const known = list.columns.filter(name => named.includes(name));
  const after = first(asked.after) ?? "";
  return {
    words,
    filters,
    order: readOrder(list, first(asked.sort), { words, filters }),
    columns:
      known.length > 0
        ? list.columns.filter(name => known.includes(name) || fixedColumns.includes(name))
        : [...list.usualColumns],
    after: after.length <= maxCursor ? after : "",
  };
}

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

/** The order that a view comes to. */
export function orderOf(list: List, view: View): Order {
  const { order } = view;
  return order && list.orders(view).includes(order.by) ? order : list.usualOrder(view);
}

/** How the address of a view says what a parameter filters by. */
export function choiceOf({ says, write, all }: Parameter, { filters }: View): string {
  const condition = filters.find(says);
  return condition ? write(condition) : all;
}

/** The query string of a view with these changes, at its top unless they say where; what is usual is left out. */
export function writeList(list: List, view: View, changes: Partial<View> = {}): string {
  const changed = { ...view, after: "", ...changes };
  const query = new URLSearchParams();
  const [head, ...others] = list.parameters;
  if (head) query.set(head.name, choiceOf(head, changed));
  if (changed.words) query.set("q", changed.words);
  for (const parameter of others) {
    const choice = choiceOf(parameter, changed);
    if (choice !== parameter.all) query.set(parameter.name, choice);
  }
  if (changed.order) query.set("sort", `${changed.order.by}.${changed.order.direction}`);
  if (changed.columns.join() !== list.usualColumns.join()) query.set("columns", changed.columns.join());
  if (changed.after) query.set("after", changed.after);
  return query.toString();
}

/** A view from a query string, such as one that was kept. */
export function readListQuery(list: List, query: string): View {
  const fields = new URLSearchParams(query);
  return readList(list, Object.fromEntries([...fields.keys()].map(name => [name, fields.getAll(name)])));
}

/** The address of a view with these changes. */
export const hrefOf = (list: List, view: View, changes?: Partial<View>): string =>
  `${list.path}?${writeList(list, view, changes)}`;

/** The order a click on a column's head leads to: its first way, or the other one if it is sorted that way already. */
export function orderAfterClick(list: List, view: View, column: Column): Order {
  const { by, direction } = orderOf(list, view);
  if (by !== column) return { by: column, direction: columns[column].first };
  return { by: column, direction: direction === "asc" ? "desc" : "asc" };
}

/** A view with another choice of some parameters; what they cannot read, they leave. */
export function choose(list: List, view: View, choices: Record<string, string>): View {
  const chosen = list.parameters.flatMap(({ name, says, read }) => {
    const choice = choices[name];
    return (choice === undefined ? null : read(choice)) ?? view.filters.filter(says);
  });
  return { ...view, filters: chosen, after: "" };
}

/** What a search left out of what was typed, in a sentence; null where all of it was searched. */
export function tellLimit(typed: string | string[] | undefined, limit: number | null): string | null {
  if (limit !== null) return `Only the first ${limit} words were searched.`;
  return (first(typed) ?? "").trim().length > maxWords
    ? `Only the first ${maxWords} characters were searched.`
    : null;
}

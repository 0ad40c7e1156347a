import "server-only";
import type { Said } from "../messages/said";
import type { MessageCode } from "../messages/translate";
import { statusCode } from "../requests/labels";
import { statusNames } from "../requests/lifecycle";
import type { RequestView } from "../requests/view";
import { type Column, type ColumnCode, fixedColumns } from "./columns";
import { isNarrowed, ownList } from "./own-list";
import { choiceOf, hrefOf, type List, orderAfterClick, orderOf, type View } from "./view";

type FilterCode =
  | `search.${"status" | "type" | "whose" | "order"}`
  | `queue.${"assigned" | "team" | "follower" | "priority" | "tags" | "snoozed" | "turn" | "resolved" | "link" | "linked" | "customer" | "organisation" | "raised_from" | "raised_until" | "active_from" | "active_until"}`;
export type Choice = { value: string; label: string | Said };
/** A parameter of a list as it is filled in. */
export type OfferedField = {
  name: string;
  label: FilterCode;
  /** Collapsed while none of these is set. */
  isRare?: boolean;
} & (
  | {
      kind: "select";
      choices: Choice[];
      /** Their names stand in addresses, too: of so many a text field takes the name. */
      isNamed?: true;
    }
  | {
      kind: "text";
      isReference?: true;
      /** Takes the name of one of too many to list. */
      isNamed?: true;
    }
  | { kind: "date" }
);
export type FilterField = OfferedField & { value: string };
export type ListChoices = {
  words: string;
  fields: FilterField[];
  columns: { value: string; label: ColumnCode; isShown: boolean; isFixed: boolean }[];
  active: number;
  /** How many of the rare ones are set. */
  activeRare?: number;
};

export const phases = (view: RequestView, done: string): Choice[] => [
  { value: "open", label: { code: "search.status.open" } },
  { value: done, label: { code: "search.status.over" } },
  { value: "all", label: { code: "search.status.any" } },
  // In a customer's list "closed" means everything that is over.
  ...statusNames
    .filter(value => value !== done)
    .map(value => ({ value: value as string, label: { code: statusCode(value, view) } })),
];
const ownStatuses = phases("customer", "closed");
const whoseChoices: Choice[] = [
  { value: "both", label: { code: "search.whose.both" } },
  { value: "mine", label: { code: "search.whose.mine" } },
  { value: "shared", label: { code: "search.whose.shared" } },
];
export const anyType: Choice = { value: "", label: { code: "search.type.any" } };
export const usualOrder: Choice = { value: "", label: { code: "search.order.usual" } };
const bestMatch: Choice = { value: "", label: { code: "search.order.match" } };

type Ways = { asc: MessageCode; desc: MessageCode };
const byTime: Ways = { asc: "search.order.oldest", desc: "search.order.newest" };
export const ways: Partial<Record<Column, Ways>> = {
  reference: { asc: "search.order.lowest", desc: "search.order.highest" },
  status: { asc: "search.order.yours", desc: "search.order.over" },
  priority: { asc: "search.order.most_urgent", desc: "search.order.least_urgent" },
  waiting: { asc: "search.order.longest", desc: "search.order.shortest" },
  snoozed: { asc: "search.order.soonest", desc: "search.order.latest" },
  raised: byTime,
  activity: byTime,
};
const alphabet: Ways = { asc: "search.order.a_to_z", desc: "search.order.z_to_a" };

const labelOf = ({ labels }: List, column: Column): ColumnCode =>
  labels[column] ?? (`search.column.${column}` as const);

type OrderChoice = Choice & { column: Column };

// The same on each visit, so that what says them says them once.
export const orderChoices = (list: List, named: typeof ways): OrderChoice[] =>
  list.columns.flatMap(column =>
    (["asc", "desc"] as const).map(direction => ({
      column,
      value: `${column}.${direction}`,
      label: {
        code: (named[column] ?? alphabet)[direction],
        params: { column: { code: labelOf(list, column) } },
      },
    })),
  );
const ownOrders = orderChoices(ownList, ways);

export function offeredOf(choices: OrderChoice[], list: List, view: View): Choice[] {
  const offered = list.orders(view);
  return choices.filter(({ column }) => offered.includes(column));
}

export function choicesOf(view: View, types: Choice[]): ListChoices {
  const usual = view.words === "" ? usualOrder : bestMatch;
  const type = choiceIn(ownList, view, "type");
  const fields = [
    select(ownList, view, "show", "search.status", ownStatuses),
    ...(types.length > 1 || type !== ""
      ? [select(ownList, view, "type", "search.type", [anyType, ...types])]
      : []),
    select(ownList, view, "whose", "search.whose", whoseChoices),
    orderField(view, [usual, ...offeredOf(ownOrders, ownList, view)]),
  ];
  const status = { ...view, words: "", filters: view.filters.filter(({ field }) => field === "status") };
  const others = view.filters.filter(({ field }) => field === "type" || field === "role").length;
  return shape(ownList, view, fields, others + Number(view.order !== null) + Number(isNarrowed(status)));
}

/** @param list of an organisation */
export function ourChoicesOf(list: List, view: View, types: Choice[]): ListChoices {
  const usual = view.words === "" ? usualOrder : bestMatch;
  const fields = [
    select(list, view, "show", "search.status", ownStatuses),
    select(list, view, "type", "search.type", [anyType, ...types]),
    orderField(view, [usual, ...offeredOf(ownOrders, list, view)]),
  ];
  const set = view.filters.filter(({ field }) => field !== "phase").length;
  return shape(list, view, fields, set + Number(view.order !== null));
}

export function shape(list: List, view: View, fields: FilterField[], active: number): ListChoices {
  return {
    words: view.words,
    fields,
    columns: list.columns.map(value => ({
      value,
      label: labelOf(list, value),
      isShown: view.columns.includes(value),
      isFixed: fixedColumns.includes(value),
    })),
    active,
  };
}

export function choiceIn(list: List, view: View, name: string): string {
  const parameter = list.parameters.find(one => one.name === name);
  return parameter ? choiceOf(parameter, view) : "";
}

const select = (list: List, view: View, name: string, label: FilterCode, choices: Choice[]): FilterField => ({
  kind: "select",
  name,
  label,
  value: choiceIn(list, view, name),
  choices,
});

export const orderField = ({ order }: View, choices: Choice[]): FilterField => ({
  kind: "select",
  name: "sort",
  label: "search.order",
  value: order && order.by !== "match" ? `${order.by}.${order.direction}` : "",
  choices,
});

export type Heading = {
  column: Column;
  label: ColumnCode;
  /** The list in this column's order; null where that order is not offered. */
  href: string | null;
  sorted: "ascending" | "descending" | null;
};

export function headingsOf(list: List, view: View): Heading[] {
  const { by, direction } = orderOf(list, view);
  const offered = list.orders(view);
  return view.columns.map(column => ({
    column,
    label: labelOf(list, column),
    href: offered.includes(column)
      ? hrefOf(list, view, { order: orderAfterClick(list, view, column) })
      : null,
    sorted: by === column ? (direction === "asc" ? "ascending" : "descending") : null,
  }));
}

import "server-only";
import { translatorOf } from "../messages/translate";
import { statusCode } from "../requests/labels";
import { statusNames } from "../requests/lifecycle";
import type { RequestView } from "../requests/view";
import { type Column, columns, fixedColumns } from "./columns";
import { deskList } from "./desk-list";
import { isNarrowed, ownList } from "./own-list";
import type { QueueChoice } from "./queue";
import { choiceOf, hrefOf, type List, orderAfterClick, orderOf, type View } from "./view";

export type Choice = { value: string; label: string };
export type FilterField = {
  name: string;
  label: string;
  value: string;
  /** Collapsed while none of these is set. */
  isRare?: boolean;
} & ({ kind: "select"; choices: Choice[] } | { kind: "text" | "date" });
export type ListChoices = {
  words: string;
  fields: FilterField[];
  columns: { value: string; label: string; isShown: boolean; isFixed: boolean }[];
  active: number;
};

const t = translatorOf("en");
const phases = (view: RequestView, done: string): Choice[] => [
  { value: "open", label: "All open" },
  { value: done, label: "Resolved or closed" },
  { value: "all", label: "Any status" },
  ...statusNames.map(value => ({ value: value as string, label: t(statusCode(value, view)) })),
];
const ownStatuses = phases("customer", "closed");
const deskStatuses = phases("agent", "done");
const whoseChoices: Choice[] = [
  { value: "both", label: "Mine and shared" },
  { value: "mine", label: "Raised by me" },
  { value: "shared", label: "Shared with me" },
];
const turnChoices: Choice[] = [
  { value: "anyone", label: "Anyone" },
  { value: "desk", label: "The desk" },
  { value: "customer", label: "The customer" },
];
const assigneeChoices: Choice[] = [
  { value: "anyone", label: "Anyone" },
  { value: "me", label: "Assigned to me" },
  { value: "nobody", label: "Unassigned" },
];

type Ways = { asc: string; desc: string };
const words: Partial<Record<Column, Ways>> = {
  reference: { asc: "lowest first", desc: "highest first" },
  status: { asc: "waiting for you first", desc: "closed first" },
  waiting: { asc: "longest first", desc: "shortest first" },
  raised: { asc: "oldest first", desc: "newest first" },
  activity: { asc: "oldest first", desc: "newest first" },
};
const deskWords: typeof words = {
  ...words,
  status: { asc: "waiting for the customer first", desc: "closed first" },
};
const alphabet: Ways = { asc: "A to Z", desc: "Z to A" };

const labelOf = ({ labels }: List, column: Column): string => labels[column] ?? columns[column].label;

function orderChoices(list: List, view: View, said: typeof words): Choice[] {
  const offered = list.orders(view);
  return list.columns
    .filter(column => offered.includes(column))
    .flatMap(column =>
      (["asc", "desc"] as const).map(direction => ({
        value: `${column}.${direction}`,
        label: `${labelOf(list, column)}, ${(said[column] ?? alphabet)[direction]}`,
      })),
    );
}

export function choicesOf(view: View, types: Choice[]): ListChoices {
  const usual = view.words === "" ? "Usual order" : "Best match first";
  const type = choiceIn(ownList, view, "type");
  const fields = [
    select(ownList, view, "show", "Status", ownStatuses),
    ...(types.length > 1 || type !== ""
      ? [select(ownList, view, "type", "Type", [{ value: "", label: "Any type" }, ...types])]
      : []),
    select(ownList, view, "whose", "Whose", whoseChoices),
    orderField(view, [{ value: "", label: usual }, ...orderChoices(ownList, view, words)]),
  ];
  const status = { ...view, words: "", filters: view.filters.filter(({ field }) => field === "status") };
  const others = view.filters.filter(({ field }) => field === "type" || field === "role").length;
  return shape(ownList, view, fields, others + Number(view.order !== null) + Number(isNarrowed(status)));
}

export function queueChoicesOf(
  view: View,
  { types, agents }: { types: QueueChoice[]; agents: QueueChoice[] },
): ListChoices {
  const field = (kind: "text" | "date", name: string, label: string): FilterField => ({
    kind,
    name,
    label,
    value: choiceIn(deskList, view, name),
    isRare: true,
  });
  const fields = [
    select(deskList, view, "status", "Status", deskStatuses),
    select(deskList, view, "assigned", "Assigned", [...assigneeChoices, ...agents]),
    select(deskList, view, "type", "Type", [{ value: "", label: "Any type" }, ...types]),
    select(deskList, view, "turn", "Waiting for", turnChoices),
    field("text", "customer", "Customer"),
    field("date", "raised-from", "Raised from"),
    field("date", "raised-until", "Raised until"),
    field("date", "active-from", "Last activity from"),
    field("date", "active-until", "Last activity until"),
    orderField(view, [{ value: "", label: "Usual order" }, ...orderChoices(deskList, view, deskWords)]),
  ];
  const set = view.filters.filter(({ field }) => field !== "phase").length;
  return shape(deskList, view, fields, set + Number(view.order !== null));
}

function shape(list: List, view: View, fields: FilterField[], active: number): ListChoices {
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

function choiceIn(list: List, view: View, name: string): string {
  const parameter = list.parameters.find(one => one.name === name);
  return parameter ? choiceOf(parameter, view) : "";
}

const select = (list: List, view: View, name: string, label: string, choices: Choice[]): FilterField => ({
  kind: "select",
  name,
  label,
  value: choiceIn(list, view, name),
  choices,
});

const orderField = ({ order }: View, choices: Choice[]): FilterField => ({
  kind: "select",
  name: "sort",
  label: "Order",
  value: order && order.by !== "match" ? `${order.by}.${order.direction}` : "",
  choices,
});

export type Heading = {
  column: Column;
  label: string;
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

import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Column } from "./columns";
import { type Condition, isOpenOnly } from "./filters";
import { choiceParameter, statusConditions, typeParameter, valueParameter } from "./parameters";
import { hrefOf, type List, type View } from "./view";

const status = choiceParameter(
  "status",
  {
    ...statusConditions,
    open: { field: "phase", operator: "is", value: "open" },
    done: { field: "phase", operator: "is", value: "done" },
    all: null,
  },
  { all: "all", usual: words => (words === "" ? "open" : "all") },
);

const turn = choiceParameter(
  "turn",
  {
    anyone: null,
    desk: { field: "turn", operator: "is", value: "desk" },
    customer: { field: "turn", operator: "is", value: "customer" },
  },
  { all: "anyone" },
);

const resolved = choiceParameter(
  "resolved",
  {
    "": null,
    today: { field: "resolved", operator: "within", value: "today" },
    week: { field: "resolved", operator: "within", value: "week" },
    month: { field: "resolved", operator: "within", value: "month" },
  },
  { all: "" },
);

const deskColumns: readonly Column[] = [
  "reference",
  "summary",
  "requester",
  "type",
  "status",
  "resolution",
  "assignee",
  "waiting",
  "raised",
  "activity",
];

const walkedOrders = ["reference", "raised", "activity"] as const;

/** Open requests are few and offered in any order, the others only in those that have an index. */
export const deskList: List = {
  path: "/agent",
  parameters: [
    status,
    valueParameter("assigned", "assignee", "is", "anyone"),
    typeParameter,
    turn,
    resolved,
    valueParameter("customer", "requester", "has"),
    valueParameter("raised-from", "raised", "from"),
    valueParameter("raised-until", "raised", "until"),
    valueParameter("active-from", "activity", "from"),
    valueParameter("active-until", "activity", "until"),
  ],
  columns: deskColumns,
  usualColumns: ["reference", "summary", "requester", "status", "assignee", "waiting"],
  labels: { requester: "queue.customer" },
  usualOrder: ({ filters }) =>
    isOpenOnly(filters) ? { by: "waiting", direction: "asc" } : { by: "activity", direction: "desc" },
  orders: ({ filters }) => (isOpenOnly(filters) ? deskColumns : walkedOrders),
};

const open: Condition = { field: "phase", operator: "is", value: "open" };
const assignedTo = (value: "me" | "nobody"): Condition => ({ field: "assignee", operator: "is", value });
const withStatus = (value: "waiting_for_support" | "waiting_for_customer"): Condition => ({
  field: "status",
  operator: "is",
  value,
});

/** In the order they are shown. */
export const queueTabs = {
  unassigned: [open, assignedTo("nobody")],
  mine: [open, assignedTo("me")],
  waiting_for_support: [withStatus("waiting_for_support")],
  waiting_for_customer: [withStatus("waiting_for_customer")],
  open: [open],
  resolved_today: [
    { field: "phase", operator: "is", value: "done" },
    { field: "resolved", operator: "within", value: "today" },
  ],
} as const satisfies Record<string, Condition[]>;

export type QueueTab = keyof typeof queueTabs;

/** None is current while words are searched, or where filters are set otherwise. */
export const isCurrentTab = (tab: QueueTab, view: View): boolean =>
  view.words === "" && isDeepStrictEqual(view.filters, queueTabs[tab]);

export const hrefOfTab = (tab: QueueTab, view: View): string =>
  hrefOf(deskList, view, { words: "", filters: [...queueTabs[tab]], order: null });

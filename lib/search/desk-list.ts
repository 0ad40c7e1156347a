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

type Tab = {
  label: `queue.tab.${"open" | "unassigned" | "mine" | "waiting_for_customer" | "over"}`;
  filters: Condition[];
};

const tabs: Tab[] = [
  { label: "queue.tab.open", filters: [{ field: "phase", operator: "is", value: "open" }] },
  {
    label: "queue.tab.unassigned",
    filters: [
      { field: "phase", operator: "is", value: "open" },
      { field: "assignee", operator: "is", value: "nobody" },
    ],
  },
  {
    label: "queue.tab.mine",
    filters: [
      { field: "phase", operator: "is", value: "open" },
      { field: "assignee", operator: "is", value: "me" },
    ],
  },
  {
    label: "queue.tab.waiting_for_customer",
    filters: [{ field: "status", operator: "is", value: "waiting_for_customer" }],
  },
  { label: "queue.tab.over", filters: [{ field: "phase", operator: "is", value: "done" }] },
];

export const queueTabs = (view: View) =>
  tabs.map(({ label, filters }) => ({
    label,
    href: hrefOf(deskList, view, { words: "", filters, order: null }),
    current: view.words === "" && isDeepStrictEqual(view.filters, filters),
  }));

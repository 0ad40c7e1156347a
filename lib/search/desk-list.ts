import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Column } from "./columns";
import { type Condition, dayAfter, isOpenOnly } from "./filters";
import { linkStates } from "./links";
import {
  choiceParameter,
  several,
  statusConditions,
  tagParameter,
  typedAs,
  typeParameter,
  valueParameter,
} from "./parameters";
import { hrefOf, type List, type Operator, type View } from "./view";

const status = choiceParameter(
  "status",
  {
    ...statusConditions,
    open: { field: "phase", operator: "is", value: "open" },
    done: { field: "phase", operator: "is", value: "done" },
    all: null,
  },
  { all: "all", usual: (words, typed = words) => (typed === "" ? "open" : "all") },
);

const awake: Condition = { field: "snoozed", operator: "is", value: "no" };
const asleep: Condition = { field: "snoozed", operator: "is", value: "yes" };

/** What is snoozed is out of the way, unless it is searched. */
const snoozed = choiceParameter(
  "snoozed",
  { no: awake, yes: asleep, any: null },
  { all: "any", usual: words => (words === "" ? "no" : "any") },
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

const follower = choiceParameter(
  "follower",
  { anyone: null, me: { field: "follower", operator: "is", value: "me" } },
  { all: "anyone" },
);

const link = choiceParameter(
  "link",
  {
    "": null,
    ...Object.fromEntries(
      linkStates.map(value => [value, { field: "link", operator: "is", value } as const]),
    ),
  },
  { all: "" },
);

/** Before a day, where the address says until which one. */
const before = (name: string): Operator => ({
  name,
  read: day => dayAfter(day, -1),
  write: day => dayAfter(day),
});

const deskColumns: readonly Column[] = [
  "reference",
  "summary",
  "requester",
  "type",
  "status",
  "priority",
  "tags",
  "resolution",
  "assignee",
  "team",
  "waiting",
  "snoozed",
  "raised",
  "activity",
];

const walkedOrders = ["reference", "raised", "activity"] as const;

/** Open requests are few and offered in any order, the others only in those that have an index. */
export const deskList: List = {
  path: "/agent",
  hasSaved: true,
  parameters: [
    typedAs("status", several(status)),
    typedAs("snoozed", snoozed),
    typedAs("assignee", several(valueParameter("assigned", "assignee", "is", "anyone"))),
    typedAs("team", several(valueParameter("team", "team", "is"))),
    typedAs("type", several(typeParameter)),
    typedAs("priority", several(valueParameter("priority", "priority", "is"))),
    typedAs("tag", tagParameter),
    typedAs("turn", turn),
    typedAs("follower", follower),
    typedAs("resolved", resolved),
    typedAs("is", link),
    typedAs("linked", valueParameter("linked", "linked", "with")),
    typedAs("from", valueParameter("customer", "requester", "has")),
    typedAs("org", several(valueParameter("organisation", "organisation", "is"))),
    typedAs("after", valueParameter("raised-from", "raised", "from")),
    typedAs(before("before"), valueParameter("raised-until", "raised", "until")),
    typedAs("active-after", valueParameter("active-from", "activity", "from")),
    typedAs(before("active-before"), valueParameter("active-until", "activity", "until")),
  ],
  columns: deskColumns,
  usualColumns: ["reference", "summary", "requester", "status", "assignee", "waiting"],
  labels: { requester: "queue.customer" },
  usualOrder: ({ filters }) =>
    filters.some(({ field, value }) => field === "snoozed" && value === "yes")
      ? { by: "snoozed", direction: "asc" }
      : isOpenOnly(filters)
        ? { by: "waiting", direction: "asc" }
        : { by: "activity", direction: "desc" },
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
  unassigned: [open, awake, assignedTo("nobody")],
  mine: [open, awake, assignedTo("me")],
  my_teams: [open, awake, { field: "team", operator: "is", value: "mine" }],
  following: [open, awake, { field: "follower", operator: "is", value: "me" }],
  waiting_for_support: [withStatus("waiting_for_support"), awake],
  waiting_for_customer: [withStatus("waiting_for_customer"), awake],
  snoozed: [open, asleep],
  open: [open, awake],
  resolved_today: [
    { field: "phase", operator: "is", value: "done" },
    awake,
    { field: "resolved", operator: "within", value: "today" },
  ],
} as const satisfies Record<string, Condition[]>;

export type QueueTab = keyof typeof queueTabs;

/** None is current while words are searched, or where filters are set otherwise. */
export const isCurrentTab = (tab: QueueTab, view: View): boolean =>
  !view.saved && view.words === "" && isDeepStrictEqual(view.filters, queueTabs[tab]);

export const hrefOfTab = (tab: QueueTab, view: View): string =>
  hrefOf(deskList, view, { words: "", filters: [...queueTabs[tab]], order: null, saved: undefined });

import "server-only";
import type { Said } from "../messages/said";
import { statusCode } from "../requests/labels";
import { statusNames } from "../requests/lifecycle";
import type { Column } from "./columns";
import { choiceParameter, statusConditions, typeParameter } from "./parameters";
import { choiceOf, type List, readListQuery, type View, writeList } from "./view";

/** In a customer's list the address "closed" means everything that is over. */
const show = choiceParameter(
  "show",
  {
    ...statusConditions,
    open: { field: "phase", operator: "is", value: "open" },
    closed: { field: "phase", operator: "is", value: "done" },
    all: null,
  },
  // An address with words but no status, such as an external link, searches everything.
  { all: "all", usual: words => (words === "" ? "open" : "all") },
);

const whose = choiceParameter(
  "whose",
  {
    both: null,
    mine: { field: "role", operator: "is", value: "requester" },
    shared: { field: "role", operator: "is", value: "participant" },
  },
  { all: "both" },
);

export const ownColumns: readonly Column[] = [
  "reference",
  "summary",
  "type",
  "status",
  "resolution",
  "requester",
  "raised",
  "activity",
];

export const ownList: List = {
  path: "/requests",
  parameters: [show, typeParameter, whose],
  columns: ownColumns,
  usualColumns: ["reference", "summary", "type", "status", "activity"],
  labels: {},
  usualOrder: ({ words }) => ({ by: words === "" ? "activity" : "match", direction: "desc" }),
  orders: ({ words }) => (words === "" ? ownColumns : [...ownColumns, "match"]),
};

/** What the managers of an organisation see of it. */
export const ourList = (slug: string): List => ({
  ...ownList,
  path: `/ours/${slug}`,
  parameters: [show, typeParameter],
  usualColumns: ["reference", "summary", "requester", "type", "status", "activity"],
});

export const readView = (query: string): View => readListQuery(ownList, query);

export const toQueryString = (view: View, changes?: Partial<View>): string =>
  writeList(ownList, view, changes);

export const showOf = (view: View): string => choiceOf(show, view);

export function isNarrowed(view: View): boolean {
  return view.words !== "" || view.filters.some(({ field }) => field !== "phase");
}

const titles: Record<string, Said> = {
  ...Object.fromEntries(statusNames.map(name => [name, { code: statusCode(name, "customer") }])),
  open: { code: "search.title.open" },
  closed: { code: "search.title.closed" },
  all: { code: "search.title.all" },
};

export const titleOf = (show: string): Said => titles[show] ?? { code: "search.title.all" };

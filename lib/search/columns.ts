/** Columns a list can show, in this order, and the direction a first click sorts in. */
export const columns = {
  reference: { first: "desc" },
  summary: { first: "asc" },
  requester: { first: "asc" },
  type: { first: "asc" },
  status: { first: "asc" },
  priority: { first: "asc" },
  tags: { first: "asc" },
  resolution: { first: "asc" },
  assignee: { first: "asc" },
  team: { first: "asc" },
  waiting: { first: "asc" },
  snoozed: { first: "asc" },
  raised: { first: "desc" },
  activity: { first: "desc" },
} as const;

export type Column = keyof typeof columns;
export type ColumnCode = `search.column.${Column}` | "queue.customer";
/** Always shown: without them rows could not be told apart. */
export const fixedColumns: readonly Column[] = ["reference", "summary"];

/** `match` sorts by relevance and exists only while there are search terms. */
export type Sort = Column | "match";
export type Direction = "asc" | "desc";
export type Order = { by: Sort; direction: Direction };

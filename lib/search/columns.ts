/** Columns a list can show, in this order. `first` is the direction a first click sorts in. */
export const columns = {
  reference: { label: "Reference", first: "desc" },
  summary: { label: "Summary", first: "asc" },
  requester: { label: "Raised by", first: "asc" },
  type: { label: "Type", first: "asc" },
  status: { label: "Status", first: "asc" },
  resolution: { label: "Resolution", first: "asc" },
  assignee: { label: "Assigned", first: "asc" },
  waiting: { label: "Waiting since", first: "asc" },
  raised: { label: "Raised", first: "desc" },
  activity: { label: "Last activity", first: "desc" },
} as const;

export type Column = keyof typeof columns;
/** Always shown: without them rows could not be told apart. */
export const fixedColumns: readonly Column[] = ["reference", "summary"];

/** `match` sorts by relevance and exists only while there are search terms. */
export type Sort = Column | "match";
export type Direction = "asc" | "desc";
export type Order = { by: Sort; direction: Direction };

/** What lists can show of a request, in the order of their columns. `first` is the way it is sorted at first. */
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
/** These two always stay: a row without them could not be told from another. */
export const fixedColumns: readonly Column[] = ["reference", "summary"];

/** `match` puts what fits the searched words best first; without words there is no such order. */
export type Sort = Column | "match";
export type Direction = "asc" | "desc";
export type Order = { by: Sort; direction: Direction };

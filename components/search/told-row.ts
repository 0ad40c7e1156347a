import type { Status } from "@/components/requests/status-icon";
import type { ToldTime } from "@/components/ui/told-time";
import type { RequestView } from "@/lib/requests/view";
import type { Column } from "@/lib/search/columns";
import type { PackedRows } from "./packed-rows";

// A table of requests as the server has told it: plain data, and every word of it said. The browser only draws it.

/** Plain text, or where something was found in it, alternately plain and found. */
export type Words = string | string[];

/** What is not there, or not shown, is left out. */
export type ToldRow = {
  reference: Words;
  summary: Words;
  isUnread?: boolean;
  /** Where else the searched words are. */
  snippet?: [label: string, words: Words];
  /** Type and status without a column of their own stand below the summary, as does who shared it. */
  type?: string;
  status?: Status;
  statusLabel?: string;
  sharedBy?: string;
  resolution?: string;
  requester?: string;
  isShared?: boolean;
  assignee?: string;
  waiting?: ToldTime;
  isCustomersTurn?: boolean;
  raised?: ToldTime;
  activity?: ToldTime;
};

export type ToldHead = {
  column: Column;
  label: string;
  /** Says on a card what the value is. */
  inFront?: string;
  /** The list in this column's order. */
  href?: string;
  sorted?: "ascending" | "descending";
};

export type ToldTable = {
  /** How it looks, and where its requests are. */
  view: RequestView;
  caption: string;
  /** Of the times. */
  language: string;
  heads: ToldHead[];
  rows: PackedRows<ToldRow>;
  /** The same in all rows. `sharedBy` says `{name}`. */
  words: Record<"unread" | "shared" | "sharedBy" | "unassigned" | "customersTurn", string>;
};

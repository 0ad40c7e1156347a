import type { Status } from "@/components/requests/status-icon";
import type { ToldTime } from "@/components/ui/told-time";
import type { Priority } from "@/lib/requests/priorities";
import type { RequestView } from "@/lib/requests/view";
import type { Column } from "@/lib/search/columns";
import type { TagColour } from "@/lib/tags/colours";
import type { PackedRows } from "./packed-rows";

// A table of requests as the server has told it: plain data, and every word of it said. The browser only draws it.

/** Plain text, or where something was found in it, alternately plain and found. */
export type Words = string | string[];

/** What is not there, or not shown, is left out. */
export type ToldRow = {
  reference: Words;
  summary: Words;
  isUnread?: boolean;
  /** How the newest message of a customer begins. */
  lastWords?: string;
  /** Where else the searched words are. */
  snippet?: [label: string, words: Words];
  /** Type and status without a column of their own stand below the summary, as does who shared it. */
  type?: string;
  status?: Status;
  statusLabel?: string;
  sharedBy?: string;
  priority?: Priority;
  /** Slugs with points in between. */
  tags?: string;
  resolution?: string;
  requester?: string;
  isShared?: boolean;
  assignee?: string;
  team?: string;
  waiting?: ToldTime;
  isCustomersTurn?: boolean;
  snoozed?: ToldTime;
  raised?: ToldTime;
  activity?: ToldTime;
  /** It was in the view when this was drawn, and no longer is. */
  hasLeft?: true;
};

export const referenceIn = ({ reference }: Pick<ToldRow, "reference">): string => [reference].flat().join("");

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
  /** Of the times, unless it is the page's. */
  language?: string;
  heads: ToldHead[];
  /** Where rows can be selected: the form that they are sent with, and the labels of the boxes. `one` says `{reference}`. */
  picks?: { form: string; one: string; all: string };
  rows: PackedRows<ToldRow>;
  /** The same in all rows. `sharedBy` says `{name}`. */
  words: Record<"unread" | "shared" | "sharedBy" | "unassigned" | "customersTurn", string> & {
    /** Said to agents. */
    snoozedUntil?: string;
    hasLeft?: string;
    priorities?: Record<Priority, string>;
    /** Of the rows. */
    tags?: Record<string, [name: string, colour: TagColour]>;
  };
};

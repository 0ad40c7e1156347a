import type { ReactNode } from "react";
import type { ToldFiles } from "@/components/attachments/tell-files";
import type { Face } from "@/components/ui/face";
import type { IconName } from "@/components/ui/icon";
import type { Html } from "@/lib/text/html";
import type { Piece } from "./sentence";
import type { Status } from "./status-icon";

// The history as the server has told it: plain data, and every word of it said. The browser only draws it. What few
// entries have is drawn by the server, so that customers need not load how.

export type ToldHistory = {
  title: string;
  /** From what it was drawn; the page is drawn again when that changes. */
  stamp: string;
  path: string;
  language?: string;
  show: "all" | "comments";
  shows: { label: string; all: string; comments: string };
  newestFirst: boolean;
  turn: { label: string; working: string };
  /** In the order they are to be read. */
  parts: (ToldDay | More)[];
  authors: Author[];
  words: EntryWords;
  /** Where there is nothing to read. */
  empty?: string;
};

export type More = { more: string; href: string };

export type ToldDay = {
  at: string;
  near?: string;
  date: string;
  /** What stands around the time of day in the exact time of its entries. */
  exact: [before: string, after: string];
  entries: (ToldEntry | ToldWords)[];
};

/** Somebody as the writer of a message: they write many, so each says only which of them wrote it. */
export type Author = { said: Piece[]; face: Face; look: "customer" | "support" | "note"; side?: string };

export type EntryWords = {
  /** Around the time of an entry. */
  link: [before: Piece[], after: Piece[]];
  edit: string;
};

/** A message of nothing but words, as most are: its facts, a line break, and its HTML. */
type ToldWords = string;

export function entryOf(told: ToldEntry | ToldWords): ToldEntry {
  if (typeof told !== "string") return told;
  const end = told.indexOf("\n");
  return { facts: told.slice(0, end), html: told.slice(end + 1) as Html };
}

/** `exact` if the exact time is another one than that of its day. */
export type ToldEntry = { facts: string; exact?: string } & (ToldMessage | ToldChange);

/**
 * What each entry has, in one text, because React looks at every value twice. Of a message: which of the authors wrote
 * it and, for its writer, that it may be edited ("offered") or is being edited ("open").
 */
export function factsOf({ facts }: Pick<ToldEntry, "facts">) {
  const [id = "", at = "", time = "", author, edit] = facts.split("|");
  return { id, at, time, author, edit };
}

const dateOf = ({ at }: Pick<ToldDay, "at">) => at.slice(0, "2026-01-01".length);

/** Without its date where that is the day's: all entries of a day say it but those around midnight in UTC. */
export const momentOf = (at: string, day: ToldDay): string =>
  at.startsWith(dateOf(day)) ? at.slice(dateOf(day).length) : at;

/** The other way round. */
export const wholeMoment = (at: string, day: ToldDay): string => (at.startsWith("T") ? dateOf(day) + at : at);

export type ToldMessage = {
  html?: Html;
  files?: ToldFiles;
  /** What the request itself says. */
  request?: ReactNode;
  /** What a mail said besides. */
  shortened?: Piece[];
  outcome?: Piece[];
  /** That it was edited, and the earlier texts. */
  edited?: ReactNode;
};

export type ToldChange = {
  icon: IconName | { status: Status };
  said: Piece[];
  outcome?: { status: Status; said: Piece[] };
  /** What was corrected. */
  corrections?: ReactNode;
};

import type { ToldFiles } from "@/components/attachments/tell-files";
import type { Face } from "@/components/ui/avatar";
import type { IconName } from "@/components/ui/icon";
import type { ToldTime } from "@/components/ui/told-time";
import type { Html } from "@/lib/markdown/html";
import type { Piece } from "./sentence";
import type { Status } from "./status-icon";

// The history as the server has told it: plain data, and every word of it said. The browser only draws it.

export type ToldHistory = {
  title: string;
  /** From what it was drawn; the page is drawn again when that changes. */
  stamp: string;
  path: string;
  language: string;
  shows: { label: string; choices: { label: string; href: string; isCurrent: boolean }[] };
  newestFirst: boolean;
  /** In the order they are to be read. */
  parts: (ToldDay | More)[];
  authors: Author[];
  words: EntryWords;
  /** Where there is nothing to read. */
  empty?: string;
};

export type More = { more: string; href: string };
export type ToldDay = { at: string; near?: string; day: string; entries: ToldEntry[] };

/** Somebody as the writer of a message: they write many, so each says only which of them wrote it. */
export type Author = { said: Piece[]; face: Face; look: "customer" | "support" | "note"; side?: string };

export type EntryWords = {
  /** Around the time of an entry. */
  link: [before: Piece[], after: Piece[]];
  edit: string;
  before: string;
  after: string;
};

export type ToldEntry = { id: string; time: ToldTime } & (ToldMessage | ToldChange);

export type ToldMessage = {
  /** Which of the authors. */
  by: number;
  html?: Html;
  files?: ToldFiles;
  request?: ToldRequest;
  /** What a mail said besides. */
  shortened?: Piece[];
  outcome?: Piece[];
  edited?: ToldEdits;
  /** For its writer: offered, or being done in the form that the page brings along. */
  edit?: "offered" | "open";
};

/** What the request itself says, below its first message. */
export type ToldRequest = {
  said: ToldAnswer[];
  facts: ToldAnswer[];
  none?: string;
  corrected?: Piece[];
  correct?: { label: string; href: string };
};

export type ToldEdits = { said: Piece[]; earlier: { said: Piece[]; html: Html }[]; cut?: Piece[] };

export type ToldChange = {
  icon: IconName | { status: Status };
  said: Piece[];
  outcome?: { status: Status; said: Piece[] };
  corrections?: { label: string; before: ToldValue; after: ToldValue }[];
};

export type ToldAnswer = { label: string; value: ToldValue };
/** An answer; `none` says that there is none. */
export type ToldValue =
  | { none: string }
  | { files: ToldFiles }
  | { written: ToldWords[]; folded?: { beginning: string; all: string; less: string } };
export type ToldWords = string | { html: Html } | { link: string; href: string };

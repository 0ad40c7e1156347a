// The form above a list as the server has told it: plain data, and every word of it said.

/** Values and labels in turn, as lines of one text: React looks at every value that a page carries twice. */
export type Choices = string;

export const pairsIn = (choices: Choices): [value: string, label: string][] =>
  choices.split("\n").flatMap((value, at, lines) => (at % 2 ? [] : [[value, lines[at + 1] ?? ""]]));

/** A name is a text that the list completes. */
export type Typed = "text" | "date" | "name";
/** Chosen from where there are choices, and typed otherwise. */
export type ToldField = [name: string, label: string, value: string, given: Choices | Typed];

/** Choices have two lines at least. */
export const isTyped = (given: Choices | Typed): given is Typed => !given.includes("\n");

export type ToldSearch = {
  path: string;
  words: string;
  maxWords: number;
  label: string;
  placeholder: string;
  /** The words are sent without the filters, so that they are searched in everything. */
  searchesAll?: boolean;
  /** What the field says, where filters are typed along with the words. */
  typed?: string;
  /** Why some of it is no filter. */
  problems?: string[];
  /** The saved view that it was opened from. */
  view?: string;
  /** The same list with all filters and columns drawn, for those without script. */
  all?: { href: string; label: string };
  /** What the form of the filters sends besides. */
  kept?: [name: string, value: string][];
  fields: ToldField[];
  /** Those that are folded away. */
  rare: ToldField[];
  columns: Choices;
  /** Which of them are shown, and which always are, with commas in between. */
  shown: string;
  fixed: string;
  say: Record<"search" | "filters" | "more" | "apply" | "columns" | "applyColumns", string>;
};

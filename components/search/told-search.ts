// The form above a list as the server has told it: plain data, and every word of it said.

type Choice = [value: string, label: string];

/** Chosen where there are choices, and typed otherwise. */
export type ToldField = { name: string; label: string; value: string; isRare?: boolean } & (
  | { choices: Choice[] }
  | {
      kind: "text" | "date";
      /** Takes a name, which the list completes. */
      isNamed?: boolean;
      choices?: undefined;
    }
);

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
  columns: Choice[];
  /** Which of them are shown, and which always are. */
  shown: string[];
  fixed: string[];
  say: Record<"search" | "filters" | "more" | "apply" | "columns" | "applyColumns", string>;
};

// The form above a list as the server has told it: plain data, and every word of it said.

export type ToldField = { name: string; label: string; value: string; isRare?: boolean } & (
  | { kind: "select"; choices: [value: string, label: string][] }
  | { kind: "text" | "date"; choices?: undefined }
);

export type ToldSearch = {
  path: string;
  words: string;
  maxWords: number;
  label: string;
  placeholder: string;
  /** The words are sent without the filters, so that they are searched in everything. */
  searchesAll?: boolean;
  fields: ToldField[];
  columns: { value: string; label: string; isShown?: boolean; isFixed?: boolean }[];
  say: Record<"search" | "filters" | "more" | "apply" | "columns" | "applyColumns", string>;
};

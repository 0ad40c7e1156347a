import { useFetchedRows } from "./fetched-rows";

export type Peeked = { reference: string; summary: string; requesterName: string; statusLabel: string };

/** The first few requests that these words find. */
export const usePeek = (words: string, wishes?: { isExact: boolean }): Peeked[] =>
  useFetchedRows(words === "" ? "" : `/api/search?q=${encodeURIComponent(words)}`, wishes);

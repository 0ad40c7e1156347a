import { z } from "zod";

/** Which part of a history is looked at: event numbers, as the links of the page carry them. */
export type HistoryView = {
  show: "all" | "comments";
  before?: bigint;
  after?: bigint;
  /** An entry that somebody was sent a link to: the part that holds it is shown. */
  entry?: bigint;
  /** The comment among them that its writer is about to change. */
  edit?: bigint;
};

export const wholeHistory: HistoryView = { show: "all" };

const place = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .optional()
  .catch(undefined);
const query = z.object({
  history: z.enum(["all", "comments"]).catch("all"),
  before: place,
  after: place,
  entry: place,
  edit: place,
});

/** The names in the query string that say which part is shown. */
export const viewQueries = Object.keys(query.shape);

/**
 * The view in the query string of a request's page; what is not one of ours shows the latest of everything. A link
 * to an entry shows everything, so that no filter can hide what it points to.
 */
export function historyViewOf(search: Record<string, string | undefined>): HistoryView {
  const { history, before, after, entry, edit } = query.parse(search);
  if (edit !== undefined) return { show: "all", entry: edit, edit };
  if (entry !== undefined) return { show: "all", entry };
  if (before !== undefined) return { show: history, before };
  if (after !== undefined) return { show: history, after };
  return { show: history };
}

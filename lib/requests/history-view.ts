import { z } from "zod";

/** The part of a history to show, as event numbers from the page's links. */
export type HistoryView = {
  show: "all" | "comments";
  before?: bigint;
  after?: bigint;
  /** A linked entry: the part containing it is shown. */
  entry?: bigint;
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

export const viewQueries = Object.keys(query.shape);

/** Unknown values show the latest of everything; a link to an entry shows all, so that no filter hides its target. */
export function historyViewOf(search: Record<string, string | undefined>): HistoryView {
  const { history, before, after, entry, edit } = query.parse(search);
  if (edit !== undefined) return { show: "all", entry: edit, edit };
  if (entry !== undefined) return { show: "all", entry };
  if (before !== undefined) return { show: history, before };
  if (after !== undefined) return { show: history, after };
  return { show: history };
}

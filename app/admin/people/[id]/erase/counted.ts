import type { ErasureCounts } from "@/lib/erasures/read";
import type { Translator } from "@/lib/messages/translate";

/** What there is nothing of is not mentioned. */
const said = (lines: [count: number, say: (count: number) => string][]): string[] =>
  lines.flatMap(([count, say]) => (count > 0 ? [say(count)] : []));

export const goingOf = (t: Translator, counts: ErasureCounts): string[] => [
  t("erasures.goes.account"),
  ...said([
    [counts.requests, count => t("erasures.goes.requests", { count })],
    [counts.comments, count => t("erasures.goes.comments", { count })],
    [counts.notes, count => t("erasures.goes.notes", { count })],
    [counts.notesAbout, count => t("erasures.goes.notes_about", { count })],
    [counts.files, count => t("erasures.goes.files", { count })],
    [counts.mails, count => t("erasures.goes.mails", { count })],
    [counts.repliesByMail, count => t("erasures.goes.replies_by_mail", { count })],
    [counts.cannedReplies, count => t("erasures.goes.canned_replies", { count })],
    [counts.savedViews, count => t("erasures.goes.saved_views", { count })],
  ]),
];

export const stayingOf = (t: Translator, counts: ErasureCounts): string[] => [
  t("erasures.stays.history"),
  ...said([
    [counts.othersComments, count => t("erasures.stays.comments", { count })],
    [counts.othersNotes, count => t("erasures.stays.notes", { count })],
    [counts.othersRequests, count => t("erasures.stays.requests", { count })],
  ]),
  t("erasures.stays.names"),
  t("erasures.stays.backups"),
];

import type { PluralForms } from "@/lib/messages/format";
import type { Translator } from "@/lib/messages/translate";

export type TextsBeside = ReturnType<typeof tellBeside>;

/** What the script of the list beside a request needs to write it: its texts, and the reader's language for times. */
export const tellBeside = (t: Translator, language: string) => ({
  language,
  hide: t("queue.beside.hide"),
  show: t("queue.beside.show"),
  changed: t.template("queue.rows.changed") as PluralForms,
  hasLeft: t("queue.rows.left"),
  unread: t("search.unread"),
  ourTurn: t("queue.our_turn"),
  customersTurn: t("queue.customers_turn"),
  snoozedUntil: t("queue.snoozed_until"),
});

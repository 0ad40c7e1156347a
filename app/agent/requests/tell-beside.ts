import type { PluralForms } from "@/lib/messages/format";
import type { Translator } from "@/lib/messages/translate";

export type TextsBeside = ReturnType<typeof tellBeside>;

/** Texts for the list beside a request, and the language that its times are written in. Sent with the rows, because the browser draws that list. */
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

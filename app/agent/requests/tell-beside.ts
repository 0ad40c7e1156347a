import type { PluralForms } from "@/lib/messages/format";
import type { Translator } from "@/lib/messages/translate";

export type TextsBeside = ReturnType<typeof tellBeside>;

/**
 * Texts and language of the queue that is shown next to an open request on wide screens. They come with its rows, because
 * script draws that list and the HTML of the request does not have it.
 */
export const tellBeside = (t: Translator, language: string) => ({
  language,
  skip: t("queue.beside.skip"),
  hide: t("queue.beside.hide"),
  show: t("queue.beside.show"),
  changed: t.template("queue.rows.changed") as PluralForms,
  hasLeft: t("queue.rows.left"),
  unread: t("search.unread"),
  ourTurn: t("queue.our_turn"),
  customersTurn: t("queue.customers_turn"),
  snoozedUntil: t("queue.snoozed_until"),
});

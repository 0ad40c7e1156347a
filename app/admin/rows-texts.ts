import type { Translator } from "@/lib/messages/translate";

/** The forms that the buttons of all rows belong to. */
export const orderFormId = "order";
export const archiveFormId = "archive";

const names = ["earlier", "later", "archive", "archive.named", "restore", "restore.named"] as const;

/** What the buttons of rows say, as templates. */
export type RowsTexts = Record<(typeof names)[number], string>;

export const rowsTexts = (t: Translator): RowsTexts =>
  Object.fromEntries(
    names.map(name => [name, String(t.template(`administration.rows.${name}`))]),
  ) as RowsTexts;

import type { PluralForms } from "@/lib/messages/format";
import type { Translator } from "@/lib/messages/translate";
import type { ToldBulk } from "./bulk-bar";

const id = "bulk";
export const bulkPath = "/agent/bulk";

export const tellPicks = (t: Translator) => ({
  form: id,
  one: t("bulk.select", { reference: "{reference}" }),
  all: t("bulk.select_all"),
});

/** @param whole the address of the view, where it goes on beyond this page */
export const tellBulk = (t: Translator, whole: string | null): ToldBulk => ({
  ...{ id, path: bulkPath, label: t("bulk.selection") },
  selected: t.template("bulk.selected") as PluralForms,
  buttons: [
    { action: "assign", label: t("bulk.button.assign"), group: "assignee", shortcut: "assign" },
    { action: "resolve", label: t("bulk.button.resolve"), group: "move", shortcut: "move" },
    { action: "reply", label: t("bulk.button.reply"), group: "answer", shortcut: "reply" },
    { action: "note", label: t("bulk.button.note"), group: "answer", shortcut: "note" },
    ...(
      [
        ["prioritise", "priority"],
        ["tag", "tag"],
        ["snooze", "snooze"],
      ] as const
    ).map(([action, shortcut]) => ({
      ...{ action, label: t(`bulk.button.${action}`), group: shortcut, shortcut, isRare: true as const },
    })),
  ],
  more: t("bulk.more"),
  ...(whole !== null && { whole: { query: whole, label: t("bulk.whole_view") } }),
  clear: t("bulk.clear"),
});

import type { Translator } from "@/lib/messages/translate";

const names = [
  "property.options",
  "option.label",
  "option.add",
  "option.remove",
  "option.retire",
  "option.restore",
  "option.up",
  "option.retired",
  "option.paste",
  "option.paste.about",
  "option.paste.apply",
] as const;

/** What an editor of choices says, as templates. */
export type ChoicesTexts = Record<(typeof names)[number], string>;

const choicesTexts = (t: Translator): ChoicesTexts =>
  Object.fromEntries(names.map(name => [name, String(t.template(`form_builder.${name}`))])) as ChoicesTexts;

/** The same of the entries of a shared list. */
export const entriesTexts = (t: Translator): ChoicesTexts => ({
  ...choicesTexts(t),
  "property.options": t("choice_lists.entries"),
  "option.label": String(t.template("choice_lists.entry.label")),
  "option.add": t("choice_lists.entry.add"),
  "option.paste.about": t("choice_lists.entry.paste.about"),
});

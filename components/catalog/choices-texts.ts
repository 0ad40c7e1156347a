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

export const choicesTexts = (t: Translator): ChoicesTexts =>
  Object.fromEntries(names.map(name => [name, String(t.template(`form_builder.${name}`))])) as ChoicesTexts;

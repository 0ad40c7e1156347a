import type { Option } from "./choices";
import type { Field } from "./fields";
import {
  inLanguage,
  type Texts,
  type Translations,
  type Turn,
  tidyTranslations,
  turnTexts,
} from "./translations";

/** What a question says that can be translated; the choices say theirs. */
export const textNames = ["label", "help", "placeholder", "patternMessage"] as const;
export type TextName = (typeof textNames)[number];

export function textsOf(field: Field): Texts {
  const said = field as Partial<Record<TextName, string>>;
  return Object.fromEntries(textNames.flatMap(name => (said[name] ? [[name, said[name] ?? ""]] : [])));
}

/** A choice says one thing. */
const optionTexts = ({ label }: Option) => ({ label });
const ofOption = ({ translations = {} }: Option): Translations =>
  Object.fromEntries(Object.entries(translations).map(([language, label]) => [language, { label }]));

const inLanguages = new WeakMap<Field[], Map<string, Field[]>>();

/** The form as a reader of this language has it, without the others; text by text, else in the desk's. */
export function fieldsIn(fields: Field[], language: string): Field[] {
  const known = inLanguages.get(fields) ?? new Map<string, Field[]>();
  inLanguages.set(fields, known);
  const own = known.get(language) ?? fields.map(field => fieldIn(field, language));
  known.set(language, own);
  return own;
}

function fieldIn(field: Field, language: string): Field {
  const { translations = {}, ...rest } = field;
  const texts = textsOf(field);
  const own = { ...rest, ...inLanguage(texts, tidyTranslations(translations, texts), language) } as Field;
  if (!("options" in own)) return own;
  const options = own.options.map(({ translations: labels = {}, ...option }) => ({
    ...option,
    label: labels[language] ?? option.label,
  }));
  return { ...own, options };
}

/** With translations in one order, and none of what the desk's language does not say. */
export function tidyField(field: Field): Field {
  const { translations = {}, ...rest } = field;
  return {
    ...withOptions(rest as Field, tidyOption),
    ...kept(tidyTranslations(translations, textsOf(field))),
  };
}

export function tidyOption(option: Option): Option {
  const { translations: _, ...rest } = option;
  const own = tidyTranslations(ofOption(option), optionTexts(option));
  const labels = Object.entries(own).map(([language, { label = "" }]) => [language, label]);
  return { ...rest, ...kept(Object.fromEntries(labels)) };
}

const kept = <T extends object>(translations: T) =>
  Object.keys(translations).length > 0 ? { translations } : {};

const withOptions = (field: Field, change: (option: Option) => Option): Field =>
  "options" in field ? { ...field, options: field.options.map(change) } : field;

/** The form once the desk speaks another language: see `turnTexts`. */
export const turnFields = (fields: Field[], turn: Turn): Field[] =>
  fields.map(field => {
    const { texts, translations } = turnTexts(textsOf(field), field.translations ?? {}, turn);
    const turned = withOptions({ ...field, ...texts, translations } as Field, option =>
      turnOption(option, turn),
    );
    return tidyField(turned);
  });

function turnOption(option: Option, turn: Turn): Option {
  const own = turnTexts(optionTexts(option), ofOption(option), turn);
  const labels = Object.entries(own.translations).map(([language, { label = "" }]) => [language, label]);
  return tidyOption({ ...option, ...own.texts, translations: Object.fromEntries(labels) });
}

/** The same of the entries of a list. */
export const turnOptions = (options: Option[], turn: Turn): Option[] =>
  options.map(option => turnOption(option, turn));

/** A text of the form, with where it stands; choices that are retired are read in old requests only. */
export type FormText = { key: string; name: TextName | { option: string }; text: string; isRetired?: true };

export const textsOfForm = (fields: Field[]): FormText[] =>
  fields.flatMap(field => [
    ...Object.entries(textsOf(field)).map(([name, text]) => ({
      ...{ key: field.key, text },
      name: name as TextName,
    })),
    ...("options" in field ? field.options : []).map(({ value, label, retired }) => ({
      ...{ key: field.key, name: { option: value }, text: label },
      ...(retired && { isRetired: true as const }),
    })),
  ]);

export function translationOf(fields: Field[], { key, name }: FormText, language: string): string {
  const field = fields.find(one => one.key === key);
  if (!field) return "";
  if (typeof name === "string") return field.translations?.[language]?.[name] ?? "";
  const options = "options" in field ? field.options : [];
  return options.find(({ value }) => value === name.option)?.translations?.[language] ?? "";
}

/** How many texts of what is asked now are said in the desk's language alone. */
export const missingTexts = (fields: Field[], language: string): number =>
  textsOfForm(fields).filter(
    one => one.text !== "" && !one.isRetired && translationOf(fields, one, language) === "",
  ).length;

/** The form with one of its texts said in another language; an empty one is said as the desk does. */
export const withTranslation = (fields: Field[], { key, name }: FormText, language: string, said: string) =>
  fields.map(field => {
    if (field.key !== key) return field;
    if (typeof name === "string") {
      const translations = { ...field.translations };
      translations[language] = { ...translations[language], [name]: said };
      return tidyField({ ...field, translations });
    }
    return tidyField(
      withOptions(field, option =>
        option.value === name.option
          ? { ...option, translations: { ...option.translations, [language]: said } }
          : option,
      ),
    );
  });

/** The languages that there are texts of the form in, besides the desk's. */
export const languagesOf = (fields: Field[]): string[] => [
  ...new Set(
    fields.flatMap(field => [
      ...Object.keys(field.translations ?? {}),
      ...("options" in field ? field.options : []).flatMap(({ translations = {} }) =>
        Object.keys(translations),
      ),
    ]),
  ),
];

import { z } from "zod";

/** Texts of the catalog by what they are of, such as `name`; in the desk's language. */
export type Texts = Record<string, string>;
/** The same in other languages: what is absent in one is said in the desk's. */
export type Translations = Record<string, Texts>;

const shape = z.record(z.string(), z.record(z.string(), z.string()));

/** As stored. */
export const translationsOf = (stored: unknown): Translations => shape.parse(stored);

export const inLanguage = <T extends Texts>(texts: T, translations: Translations, language: string): T => ({
  ...texts,
  ...translations[language],
});

/** In one order, and only of what the desk's language says: the same translations are always the same JSON. */
export function tidyTranslations(translations: Translations, texts: Texts): Translations {
  const said = Object.keys(texts).filter(name => texts[name] !== "");
  const tidied = Object.keys(translations)
    .sort()
    .map((language): [string, Texts] => {
      const own = said.flatMap(name => (translations[language]?.[name] ? [name] : []));
      return [language, Object.fromEntries(own.map(name => [name, translations[language]?.[name] ?? ""]))];
    });
  return Object.fromEntries(tidied.filter(([, own]) => Object.keys(own).length > 0));
}

/** As one list, by names such as `name.de`. */
export const named = (translations: Translations): Texts =>
  Object.fromEntries(
    Object.entries(translations).flatMap(([language, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${name}.${language}`, text]),
    ),
  );

/** What is said in the desk's language alone. */
export const untranslated = (texts: Texts, translations: Translations, language: string): string[] =>
  Object.keys(texts).filter(name => texts[name] !== "" && !translations[language]?.[name]);

/**
 * The same when the desk speaks another language: each text that there is in that changes places with the one that there
 * was, and each that there is not stays. So nobody reads anything else than before, and going back restores all.
 */
export function turnTexts<T extends Texts>(
  texts: T,
  translations: Translations,
  { from, to }: Turn,
): { texts: T; translations: Translations } {
  const { [to]: next = {}, ...others } = translations;
  const former = Object.fromEntries(Object.keys(next).map(name => [name, texts[name] ?? ""]));
  const turned = { ...texts, ...next };
  return {
    texts: turned,
    translations: tidyTranslations({ ...others, [from]: { ...others[from], ...former } }, turned),
  };
}

export type Turn = { from: string; to: string };

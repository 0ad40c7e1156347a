import { dateFormat } from "../formats";
import { languageOf } from "../messages/languages";
import { keepFormats } from "../number-formats";

export const languageTags = [
  "ar",
  "bg",
  "ca",
  "cs",
  "da",
  "de",
  "de-AT",
  "de-CH",
  "el",
  "en-AU",
  "en-CA",
  "en-GB",
  "en-IE",
  "en-IN",
  "en-NZ",
  "en-US",
  "en-ZA",
  "es",
  "es-MX",
  "et",
  "fa",
  "fi",
  "fr",
  "fr-CA",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "nb",
  "nl",
  "pl",
  "pt-BR",
  "pt-PT",
  "ro",
  "ru",
  "sk",
  "sl",
  "sr",
  "sv",
  "th",
  "tr",
  "uk",
  "vi",
  "zh-Hans",
  "zh-Hant",
] as const;

export type LanguageChoice = { value: string; label: string; lang: string };

let named: { tag: string; name: string }[] | undefined;

function languageNames() {
  named ??= languageTags.map(tag => {
    const [first = "", ...rest] = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
    return { tag, name: `${first.toLocaleUpperCase(tag)}${rest.join("")}` };
  });
  return named;
}

/** Those that there are texts for, with labels such as "Deutsch (Schweiz): 24. Nov. 2026". */
export function languageChoices(at: Date, timeZone: string): LanguageChoice[] {
  return languageNames()
    .filter(({ tag }) => languageOf(tag) !== null)
    .map(({ tag, name }) => ({
      value: tag,
      label: `${name}: ${dateFormat({ language: tag, timeZone }, "shortDate").format(at)}`,
      lang: tag,
    }))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
}

/** Of the choices that for a tag, or else for its language alone, or else the first of it: "de" for "de-LI". */
export function nearestChoice(tag: string): string | undefined {
  const spoken = languageTags.filter(one => languageOf(one) !== null);
  const [language = ""] = tag.split("-");
  const usual = language === "en" ? "en-GB" : language;
  return (
    [tag, usual].map(wish => spoken.find(one => one === wish)).find(Boolean) ??
    spoken.find(one => one.startsWith(`${language}-`))
  );
}

const namesIn = keepFormats(language => new Intl.DisplayNames([language], { type: "language" }));

/** What a language is called in another one. */
export const languageName = (tag: string, language: string): string => namesIn(language).of(tag) ?? tag;

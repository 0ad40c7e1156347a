/** The languages dates can be written in, as BCP 47 tags. */
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

/** Each language in its own words, with that day as it writes it: "Deutsch: 24. Nov. 2026". */
export function languageChoices(at: Date, timeZone: string): LanguageChoice[] {
  return languageTags
    .map(tag => {
      const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
      const day = new Intl.DateTimeFormat(tag, {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone,
      }).format(at);
      const [first = "", ...rest] = name;
      return { value: tag, label: `${first.toLocaleUpperCase(tag)}${rest.join("")}: ${day}`, lang: tag };
    })
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
}

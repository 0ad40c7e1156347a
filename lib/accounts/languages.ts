import "server-only";
import { dateFormat, languageName } from "../formats";
import { languageOf, languagesOfDesk, type Speech, speaksTag } from "../messages/languages";
import { languageTags } from "./language-tags";

export type LanguageChoice = { value: string; label: string; lang: string };

let named: { tag: string; name: string }[] | undefined;

function languageNames() {
  named ??= languageTags.map(tag => ({ tag, name: capitalised(languageName(tag, tag), tag) }));
  return named;
}

/** Those that there are texts for, or of them those that a desk speaks, with labels such as "Deutsch (Schweiz): 24. Nov. 2026". */
export function languageChoices(at: Date, timeZone: string, desk?: Speech): LanguageChoice[] {
  return languageNames()
    .filter(({ tag }) => languageOf(tag) !== null && (!desk || speaksTag(desk, tag)))
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

/** Those that a desk speaks, as each calls itself; all that there are texts for without one. */
export const spokenLanguages = (desk: Speech): { tag: string; name: string }[] =>
  languagesOfDesk(desk).map(tag => ({ tag, name: capitalised(languageName(tag, tag), tag) }));

const capitalised = ([first = "", ...rest]: string, tag: string) =>
  `${first.toLocaleUpperCase(tag)}${rest.join("")}`;

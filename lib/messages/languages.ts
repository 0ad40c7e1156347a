import "server-only";
import { hasPseudoLanguages } from "../env";
import { messages } from "../generated/messages";
import { keepFormats } from "../number-formats";
import { type PseudoLanguage, pseudoLanguages } from "./pseudo";

export type Language = keyof typeof messages | PseudoLanguage;

/** Those that there are texts in. */
export const languages = Object.keys(messages) as (keyof typeof messages)[];

const known = (): Language[] => [...(hasPseudoLanguages() ? pseudoLanguages : []), ...languages];

const findLanguage = keepFormats((tag: string): { found: Language | null } => {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    const candidates = [`${language}-${region}`, `${language}-${script}`, language];
    return { found: known().find(one => candidates.includes(one)) ?? null };
  } catch {
    return { found: null };
  }
});

/** The language of our texts for this tag, whatever its country; null if there is none, or it is no tag. */
export const languageOf = (tag: string): Language | null => findLanguage(tag).found;

/** The same, or English: what somebody with this tag is spoken to in. */
export const spokenLanguage = (tag: string): Language => languageOf(tag) ?? "en";

/** A desk's own language, and those that it speaks; all that there are texts in if it names none. */
export type Speech = { readonly language: string; readonly languages: readonly string[] };

/** Whether a desk speaks a language; those made for tests always. */
export const speaks = (desk: Speech, language: Language): boolean =>
  desk.languages.length === 0 ||
  desk.languages.includes(language) ||
  language === languageOf(desk.language) ||
  !languages.some(one => one === language);

/** The same of a tag; languages without texts of ours are not spoken by a desk that names its own. */
export function speaksTag(desk: Speech, tag: string): boolean {
  const language = languageOf(tag);
  return language === null ? desk.languages.length === 0 : speaks(desk, language);
}

/** Those that people can choose. */
export const languagesOfDesk = (desk: Speech) => languages.filter(language => speaks(desk, language));

/** The first of these tags that the desk has texts for, or else its own. */
export const firstSpoken = (tags: (string | null | undefined)[], desk: Speech): string =>
  tags.find(tag => typeof tag === "string" && languageOf(tag) !== null && speaksTag(desk, tag)) ??
  desk.language;

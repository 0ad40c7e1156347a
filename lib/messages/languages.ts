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

/** The first of these tags that there are texts for. */
export const firstSpoken = (tags: (string | null | undefined)[], otherwise: string): string =>
  tags.find(tag => typeof tag === "string" && languageOf(tag) !== null) ?? otherwise;

import { languageTags } from "../accounts/language-tags";
import { type Speech, speaksTag } from "../messages/languages";
import { defaultLanguage } from "../messages/translate";

export const withoutCountry = (tag: string) => tag.split("-")[0] ?? tag;

/** In which pages can be written: those that people can choose, whatever their country. */
export const helpLanguages = [...new Set(languageTags.map(withoutCountry))];

/** The same for a desk: if it names the languages that it speaks, those. */
export const helpLanguagesOf = (desk: Speech) => helpLanguages.filter(language => speaksTag(desk, language));

/** The languages that a reader is shown pages in, best first: what they ask for, what they speak, and English last. */
export const languagesFor = (...tags: (string | null | undefined)[]): string[] => [
  ...new Set([...tags.flatMap(tag => (tag ? [withoutCountry(tag)] : [])), defaultLanguage]),
];

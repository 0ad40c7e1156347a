import { languageTags } from "../accounts/language-tags";
import type { Language } from "../messages/translate";

/** In which every reply has a text. */
const desk: Language = "en";

/** Besides the desk's, those that customers can choose, whatever their country. */
export const otherLanguages = [...new Set(languageTags.map(tag => tag.split("-")[0] ?? tag))].filter(
  language => language !== desk,
);

import * as arabic from "@zxcvbn-ts/language-ar";
import * as german from "@zxcvbn-ts/language-de";

/**
 * Words and names of the desk's other languages, the most frequent first. The server alone knows them: browsers would have to
 * fetch them with every password that is typed.
 */
export const otherWords: Record<string, string[]> = Object.fromEntries(
  Object.entries({ de: german.dictionary, ar: arabic.dictionary }).flatMap(([language, lists]) =>
    Object.entries(lists).map(([list, words]) => [`${list}-${language}`, words.flatMap(asTyped)]),
  ),
);

/** Also without umlauts, and without hyphens and apostrophes. */
function asTyped(word: string): string[] {
  const spelt = word
    .replace(/[äöü]/g, letter => `${letter.normalize("NFD").charAt(0)}e`)
    .replaceAll("ß", "ss");
  return [...new Set([word, spelt, word.replace(/[^\p{L}]/gu, "")])].filter(one => one.length > 1);
}

import { fold } from "./fold";

const leastLetters = 3;
/** Shorter words without the e of an umlaut are looked for only where a word begins: "guest" is no August. */
const leastOfPart = 6;

// As German spells ä, ö and ü without dots. Behind a vowel or q the e belongs to the next syllable, as in "neue" and "request".
const umlaut = /(?<![aeiouqy])([aou])e(?=[bcdfghjklmnpqrstvwxz])/g;
const article = /^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)/;
const arabic = /^[\u0621-\u064A]/;
const hamza = /\u0621/g;

/** `others` have a space in front if only the beginning of a word fits. */
export type Word = { text: string; others: string[] };

/** What is long enough to be looked for inside of words, or of a script without spaces between words, or an emoji. */
export const isFoundInside = (text: string): boolean =>
  [...text].length >= leastLetters || /[\u2E80-\u{10FFFF}]/u.test(text);

/**
 * What is typed, folded, without the space in front, and the other ways in which its language may spell it: "Müller" and "Mueller"
 * find each other, and what has an Arabic article finds what has none.
 */
export function spellingsOf(typed: string): Word {
  const text = fold(typed).trim();
  return { text, others: othersOf(text, fold(spellOut(typed)).trim()) };
}

/** What a text has a part of that has what is typed. */
export function partsOf(typed: string): string[] {
  const { text, others } = spellingsOf(typed);
  return [text, ...others];
}

/** The words of what is typed, each with its spellings. */
export function wordsIn(typed: string): Word[] {
  const spelt = fold(spellOut(typed)).trim().split(" ");
  return fold(typed)
    .trim()
    .split(" ")
    .map((text, place) => ({ text, others: othersOf(text, spelt[place] ?? text) }))
    .filter(({ text }) => text !== "");
}

/** How each spelling of a word would begin a word of a folded text, which may have an Arabic article in front. */
export const beginningsOf = ({ text, others }: Word): string[] => [
  ...[text, ...others].map(one => ` ${one.trimStart()}`),
  ...(arabic.test(text) && !article.test(text) ? [` \u0627\u0644${text}`] : []),
];

const spellOut = (text: string) =>
  text.normalize("NFC").replace(/[äöü]/gi, letter => `${letter.normalize("NFD").charAt(0)}e`);

function othersOf(text: string, spelt: string): string[] {
  const isPhrase = text.includes(" ");
  const contracted = text.length > leastLetters ? text.replace(umlaut, "$1") : text;
  const others = isPhrase
    ? [` ${spelt}`, ` ${contracted}`]
    : [
        spelt,
        contracted.length < leastOfPart ? ` ${contracted}` : contracted,
        text.replace(article, ""),
        text.replace(hamza, ""),
      ];
  return [...new Set(others)].filter(one => one.trim().length >= leastLetters && one.trim() !== text);
}

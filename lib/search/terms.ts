import "server-only";
import { env } from "../env";
import { fold } from "./fold";

/** One thing that a request must have to be found: folded words, and perhaps the first digits of a reference. */
export type Term = {
  text: string;
  /** Found inside of words, too; short ones only where a word begins. */
  isPart: boolean;
  /** The request whose number begins so is found as well; empty fits every number. */
  digits: string | null;
  /** The digits are the whole number: a reference with another prefix than today's, such as a former one. */
  isWhole?: true;
};

const most = 12;
// As mails and pages write it: in small letters it is more often a word, such as "iphone-14".
const otherReference = /(?<![^\s([])([A-Z][A-Z0-9]{1,9})-([1-9]\d{0,8})(?![^\s.,;:!?)\]])/g;

/**
 * What people type, taken apart: words, “words in quotes” that must follow each other, and references in any
 * spelling. Nothing in it is an operator, so nothing in it can be wrong.
 */
export function readTerms(words: string): Term[] {
  const quoted = [...words.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)];
  const rest = quoted.reduce((text, [whole]) => text.replace(whole, " "), words);
  const prefix = fold(env().REFERENCE_PREFIX).trim();
  const references: Term[] = [];
  const today = rest.replace(otherReference, (whole, other: string, digits: string) => {
    const text = fold(`${other} ${digits}`).trim();
    if (text === `${prefix} ${digits}`) return whole;
    references.push({ text, isPart: false, digits, isWhole: true });
    return " ";
  });
  const loose = fold(today).replace(new RegExp(` ${prefix} ?(\\d{0,9})(?= |$)`, "g"), (_, digits: string) => {
    references.push({ text: `${prefix} ${digits}`.trim(), isPart: false, digits });
    return "";
  });
  const phrases = quoted.map(([, phrase = ""]) => fold(phrase).trim());
  const terms = [
    ...references,
    ...phrases.map(text => ({ text, isPart: isFoundInside(text) && !text.includes(" "), digits: null })),
    ...loose.split(" ").map(text => ({
      text,
      isPart: isFoundInside(text),
      digits: /^\d{1,9}$/.test(text) ? text : null,
    })),
  ].filter(({ text }) => text !== "");
  return [...new Map(terms.map(term => [`${term.digits} ${term.text}`, term])).values()].slice(0, most);
}

// Scripts that put no space between words, and pictures.
function isFoundInside(text: string): boolean {
  return [...text].length >= 3 || /[\u2E80-\u{10FFFF}]/u.test(text);
}

/** What stands in a folded text where the term hits. */
export function needleOf({ text, isPart }: Term): string {
  return isPart ? text : ` ${text}`;
}

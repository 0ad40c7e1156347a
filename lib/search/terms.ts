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
  /** A code typed in one piece (inv20417) as it reads in two (inv 20417), which is how INV-20417 is folded. */
  apart: string | null;
  /** What folding loses and yet is meant, in small letters: the signs of “c#” and “c++”. The word is whole. */
  exact: string | null;
};

const maxTerms = 12;
// As mails and pages write it: in small letters it is more often a word, such as "iphone-14".
const otherReference = /(?<![^\s([])([A-Z][A-Z0-9]{1,9})-([1-9]\d{0,8})(?![^\s.,;:!?)\]])/g;

/** The words of a search, and whether there were more than are searched. */
export type Terms = { terms: Term[]; limit: number | null };

/**
 * What people type, taken apart: words, “words in quotes” that must follow each other, and references in any
 * spelling. Nothing in it is an operator, so nothing in it can be wrong.
 */
export function readTerms(words: string): Terms {
  const quoted = [...words.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)];
  const unquoted = quoted.reduce((text, [whole]) => text.replace(whole, " "), words);
  const signed: string[] = [];
  const rest = unquoted.replace(/(?<=^|[\s(])([a-z]{1,2})([#+]{1,2})(?=$|[\s.,;:!?)])/gi, whole => {
    signed.push(whole.toLowerCase());
    return " ";
  });
  const prefix = fold(env().REFERENCE_PREFIX).trim();
  const references: Term[] = [];
  const today = rest.replace(otherReference, (whole, other: string, digits: string) => {
    const text = fold(`${other} ${digits}`).trim();
    if (text === `${prefix} ${digits}`) return whole;
    // It may also be a code of another kind, which is found as if it were typed in one piece.
    references.push({ ...plainTerm(text.replace(" ", "")), apart: text, digits, isWhole: true });
    return " ";
  });
  const loose = fold(today).replace(new RegExp(` ${prefix} ?(\\d{0,9})(?= |$)`, "g"), (_, digits: string) => {
    references.push({ ...plainTerm(`${prefix} ${digits}`.trim()), isPart: false, digits });
    return "";
  });
  const phrases = quoted.map(([, phrase = ""]) => fold(phrase).trim());
  const terms = [
    ...references,
    ...phrases.map(text => {
      const term = plainTerm(text);
      return { ...term, isPart: term.isPart && !text.includes(" ") };
    }),
    ...signed.map(exact => ({ ...plainTerm(fold(exact).trim()), isPart: false, exact })),
    ...loose.split(" ").map(text => ({
      ...plainTerm(text),
      digits: /^\d{1,9}$/.test(text) ? text : null,
      apart: takeApart(text),
    })),
  ].filter(({ text }) => text !== "");
  const different = [
    ...new Map(terms.map(term => [`${term.digits} ${term.exact ?? ""} ${term.text}`, term])).values(),
  ];
  return {
    terms: different.slice(0, maxTerms),
    limit: different.length > maxTerms ? maxTerms : null,
  };
}

const plainTerm = (text: string): Term => ({
  text,
  isPart: isFoundInside(text),
  digits: null,
  apart: null,
  exact: null,
});

/** inv20417 as inv 20417; null for what is not letters and digits in turn, at most three of each. */
function takeApart(text: string): string | null {
  const pieces = text.match(/\d+|\D+/g) ?? [];
  return pieces.length > 1 && pieces.length <= 6 ? pieces.join(" ") : null;
}

// Scripts that put no space between words, and pictures.
function isFoundInside(text: string): boolean {
  return [...text].length >= 3 || /[\u2E80-\u{10FFFF}]/u.test(text);
}

/** What stands in a folded text where the term hits. */
export function needleOf({ text, isPart }: Term): string {
  return isPart ? text : ` ${text}`;
}

/** All that can stand in a folded text where the term hits. */
export function needlesOf(term: Term): string[] {
  return [needleOf(term), ...(term.apart ? [` ${term.apart}`] : [])];
}

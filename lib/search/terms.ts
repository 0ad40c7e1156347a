import "server-only";
import { fold } from "../text/fold";
import { isFoundInside, spellingsOf, wordsIn } from "../text/spellings";

export type Term = {
  text: string;
  /** Also matches inside words; short terms match only where a word begins. */
  isPart: boolean;
  /** Also finds requests whose number begins with these; empty fits every number. */
  digits: string | null;
  /** `digits` is the whole number: a reference with another prefix, such as a former one. */
  isWhole?: true;
  /**
   * Other ways to write it, with a space in front if only a beginning fits: as its language may spell it, and a code typed in
   * one piece (inv20417) split in two (inv 20417), as INV-20417 is folded.
   */
  others: string[];
  /** Signs that folding drops, in lower case, such as “c#” and “c++”. The word must match whole. */
  exact: string | null;
};

const maxTerms = 12;
/** The index cuts long words into overlapping pieces. Any run of this many letters is inside one of them. */
const maxSeed = 50;
// As mails and pages write it: in lower case it is more often a word, such as "iphone-14".
const otherReference = /(?<![^\s([])([A-Z][A-Z0-9]{1,9})-([1-9]\d{0,8})(?![^\s.,;:!?)\]])/g;

const references = new Map<string, RegExp>();

/** Made once for each prefix, of which a desk has few. Today's alone, without a number, is what somebody has begun to type. */
function referenceWith(prefix: string, least: 0 | 1): RegExp {
  const name = `${prefix} ${least}`;
  const pattern = references.get(name) ?? new RegExp(` ${prefix} ?(\\d{${least},9})(?= |$)`, "g");
  references.set(name, pattern);
  return pattern;
}

export type Terms = { terms: Term[]; limit: number | null };

/** Takes words, “quoted phrases” and references; there are no operators, so no input is invalid. */
export function readTerms(
  words: string,
  referencePrefix: string,
  formerPrefixes: readonly string[] = [],
): Terms {
  const quoted = [...words.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)];
  const unquoted = quoted.reduce((text, [whole]) => text.replace(whole, " "), words);
  const signed: string[] = [];
  const rest = unquoted.replace(/(?<=^|[\s(])([a-z]{1,2})([#+]{1,2})(?=$|[\s.,;:!?)])/gi, whole => {
    signed.push(whole.toLowerCase());
    return " ";
  });
  const prefix = fold(referencePrefix).trim();
  const named: Term[] = [];
  const today = rest.replace(otherReference, (whole, other: string, digits: string) => {
    const text = fold(`${other} ${digits}`).trim();
    if (text === `${prefix} ${digits}`) return whole;
    named.push({ ...plainTerm(text.replace(" ", "")), others: [` ${text}`], digits, isWhole: true });
    return " ";
  });
  const loose = [prefix, ...formerPrefixes.map(former => fold(former).trim())].reduce(
    (text, one, index) =>
      text.replace(referenceWith(one, index === 0 ? 0 : 1), (_, digits: string) => {
        named.push({ ...plainTerm(`${one} ${digits}`.trim()), isPart: false, digits });
        return "";
      }),
    fold(today),
  );
  const phrases = quoted.map(([, phrase = ""]) => spellingsOf(phrase));
  const spelt = new Map(wordsIn(today).map(word => [word.text, word.others]));
  const terms = [
    ...named,
    ...phrases.map(({ text, others }) => {
      const term = plainTerm(text);
      return { ...term, others, isPart: term.isPart && !text.includes(" ") };
    }),
    ...signed.map(exact => ({ ...plainTerm(fold(exact).trim()), isPart: false, exact })),
    ...loose.split(" ").map(text => ({
      ...plainTerm(text),
      digits: /^\d{1,9}$/.test(text) ? text : null,
      others: [...takeApart(text), ...(spelt.get(text) ?? [])],
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
  others: [],
  exact: null,
});

/** inv20417 becomes inv 20417; nothing unless letters and digits alternate, at most three of each. */
function takeApart(text: string): string[] {
  const pieces = text.match(/\d+|\D+/g) ?? [];
  return pieces.length > 1 && pieces.length <= 6 ? [` ${pieces.join(" ")}`] : [];
}

export function needlesOf({ text, isPart, others }: Term): string[] {
  return [isPart ? text : ` ${text}`, ...others];
}

/** A part of a word, and its position in that word. */
export type Seed = { part: string; at: "anywhere" | "start" | "whole" };

/**
 * Whatever has the term has a word with one of these in it, unless it has the number. Null for a term that is too short, or
 * that any number fits: no index leads to these.
 */
export function seedsOf(term: Term): Seed[] | null {
  if (term.exact !== null || term.digits === "") return null;
  const seeds = needlesOf(term).map(needle =>
    needle.startsWith(" ") ? longestWord(needle.trim()) : { part: shorten(needle), at: "anywhere" as const },
  );
  return seeds.every(({ part }) => isFoundInside(part)) ? seeds : null;
}

const shorten = (word: string) => [...word].slice(0, maxSeed).join("");

/** Of words that follow each other, all but the last of which are whole. */
function longestWord(text: string): Seed {
  const words = text.split(" ");
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  const part = shorten(longest);
  return { part, at: longest === words.at(-1) || part !== longest ? "start" : "whole" };
}

import { latinDigit } from "./digits";

/**
 * Folds like the database's `fold`: no accents and vowel signs, lower case, letters of Arabic that are written in several
 * ways in one of them, digits of every script as 0 to 9, one space between words and in front. `places` maps each unit of the
 * folded text to its position in `text`.
 */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = " ";
  const places = [0];
  let isAfterSpace = true;
  const add = (unit: string, index: number) => {
    const isSpace = unit === " ";
    if (isSpace && isAfterSpace) return;
    isAfterSpace = isSpace;
    folded += unit;
    places.push(index);
  };
  // Only text that is not plain ASCII has to be split into characters first.
  for (const { 0: stretch, index: start } of text.matchAll(stretches)) {
    if (isPlain.test(stretch))
      for (let at = 0; at < stretch.length; at++) add(plain[stretch.charCodeAt(at)] ?? " ", start + at);
    else
      for (const { segment, index } of graphemes.segment(stretch))
        for (const unit of foldCharacter(segment).split("")) add(unit, start + index);
  }
  places.push(text.length);
  return { folded, places };
}

export function fold(text: string): string {
  return ` ${foldCharacter(text).replace(/^ | $/g, "")}`;
}

// A plain letter in front of a non-ASCII one may form one character with it.
const stretches = /[\0-\x7f]+(?![^\0-\x7f])|[\0-\x7f]?[^\0-\x7f]+/g;
const isPlain = /^[\0-\x7f]+$/;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
// Ordering combining marks takes quadratic time: 20,000 on one letter blocked the desk for half a second.
const towers = /\p{M}{31,}/gu;
// Arabic: signs over and under letters, which a hamza and a madda become as well, and the line that stretches words.
const marks =
  /\u00AD|[\u0300-\u036F]|[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]|[\u200B-\u200D]/g;
const otherDigits = /(?!\d)\p{Nd}/gu;
const between =
  /[\0-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u060C\u060D\u061B-\u061F\u066A-\u066D\u06D4\u2000-\u206F\u3000-\u303F]+/g;
const spelt: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ς: "σ",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  // Arabic: alef with wasla, teh marbuta and alef maksura, and yeh and kaf of Persian keyboards.
  "\u0671": "\u0627",
  "\u0629": "\u0647",
  "\u0649": "\u064A",
  "\u06CC": "\u064A",
  "\u06A9": "\u0643",
};

/** What each character of ASCII is folded to. */
const plain = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /[a-z0-9]/i.test(letter) ? letter.toLowerCase() : " ";
});

function foldCharacter(character: string): string {
  return character
    .replace(towers, "")
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(/[øłđıςßæœ\u0629\u0649\u0671\u06A9\u06CC]/g, letter => spelt[letter] ?? letter)
    .replace(otherDigits, latinDigit)
    .replace(between, " ")
    .normalize("NFC");
}

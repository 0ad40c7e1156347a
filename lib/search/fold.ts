/**
 * A text in the one form in which it is searched: no accents, no capitals, between words one space, which also
 * stands in front. The database does the same in its function `fold`. `places` says for each unit of the folded
 * text where it comes from in `text`.
 */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = " ";
  const places = [0];
  const add = (units: string, index: number) => {
    for (const unit of units.split("")) {
      if (unit === " " && folded.endsWith(" ")) continue;
      folded += unit;
      places.push(index);
    }
  };
  // Only what is not plain ASCII has to be cut into characters first.
  for (const { 0: stretch, index: start } of text.matchAll(stretches)) {
    if (isPlain.test(stretch))
      for (let at = 0; at < stretch.length; at++) add(foldPlain(stretch[at] ?? ""), start + at);
    else
      for (const { segment, index } of graphemes.segment(stretch)) add(foldCharacter(segment), start + index);
  }
  places.push(text.length);
  return { folded, places };
}

/** A text as the database's `fold` has it. */
export function fold(text: string): string {
  return ` ${foldCharacter(text).replace(/^ | $/g, "")}`;
}

// A plain letter in front of one that is not may be one character with it.
const stretches = /[\0-\x7f]+(?![^\0-\x7f])|[\0-\x7f]?[^\0-\x7f]+/g;
const isPlain = /^[\0-\x7f]+$/;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
// Putting marks in order takes their number squared: 20,000 on one letter held the desk for half a second.
const towers = /\p{M}{31,}/gu;
const marks = /\u00AD|[\u0300-\u036F]|[\u200B-\u200D]/g;
const between = /[\0-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u2000-\u206F\u3000-\u303F]+/g;
const spelt: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ς: "σ",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

function foldPlain(letter: string): string {
  return /[a-z0-9]/i.test(letter) ? letter.toLowerCase() : " ";
}

function foldCharacter(character: string): string {
  return character
    .replace(towers, "")
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(/[øłđıςßæœ]/g, letter => spelt[letter] ?? letter)
    .replace(between, " ")
    .normalize("NFC");
}

/**
 * A text in the one form in which it is searched: no accents, no capitals, between words one space, which also
 * stands in front. The database does the same in its function `fold`. `places` says for each unit of the folded
 * text where it comes from in `text`.
 */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = " ";
  const places = [0];
  for (const { segment, index } of graphemes.segment(text)) {
    for (const unit of foldCharacter(segment).split("")) {
      if (unit === " " && folded.endsWith(" ")) continue;
      folded += unit;
      places.push(index);
    }
  }
  places.push(text.length);
  return { folded, places };
}

export function fold(text: string): string {
  return ` ${foldWithPlaces(text).folded.replace(/^ +| +$/g, "")}`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
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

function foldCharacter(character: string): string {
  return character
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(/[øłđıςßæœ]/g, letter => spelt[letter] ?? letter)
    .replace(between, " ")
    .normalize("NFC");
}

const longest = 120;
// Of a longer one only the end is looked at: putting marks in order takes their number squared.
const maxLooked = 1_000;

/**
 * A name that every system can keep: its last part only, without what no person types (control characters, those
 * that turn the direction of reading around) and what some system reserves; its ending stays whole.
 */
export function cleanName(name: string): string {
  const plain = (name.slice(-maxLooked).split(/[/\\]/).at(-1) ?? "")
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/[. ]+$/, "");
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? "";
  const stem = [...plain.slice(0, plain.length - ending.length).replace(/^[. ]+/, "")];
  const kept = stem
    .slice(0, longest - ending.length)
    .join("")
    .trimEnd();
  return kept === "" ? `file${ending}` : `${kept}${ending}`;
}

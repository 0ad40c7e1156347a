const longest = 120;
// Cuts long names first, because Unicode normalisation takes quadratic time.
const maxLooked = 1_000;

/** Removes folders and reserved, control and bidirectional characters, and cuts the stem, never the extension. */
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

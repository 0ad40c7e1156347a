import unhomoglyph from "unhomoglyph";

const reserved = [
  "support",
  "help desk",
  "service desk",
  "customer service",
  "customer care",
  "customer success",
  "admin",
  "admins",
  "administrator",
  "sysadmin",
  "agent",
  "agents",
  "moderator",
  "official",
  "staff",
  "system",
  "postmaster",
];

/** Also finds the desk's names run together, spaced out or in confusable letters (Unicode TR39). */
export function imitatesDesk(name: string, deskName: string): boolean {
  const terms = [...reserved, deskName].map(term => wordsOf(term)).filter(words => words.length > 0);
  const words = wordsOf(name);
  const spaced = ` ${words.join(" ")} `;
  if (terms.some(term => spaced.includes(` ${term.join(" ")} `))) return true;
  const together = terms.map(term => term.join(""));
  return isMadeOf(words.join(""), together) || words.some(word => isMadeOf(word, together));
}

function isMadeOf(text: string, terms: string[]): boolean {
  const ends = new Set([0]);
  for (let at = 0; at < text.length; at++)
    if (ends.has(at)) for (const term of terms) if (text.startsWith(term, at)) ends.add(at + term.length);
  return text !== "" && ends.has(text.length);
}

/** Lower case, without marks and invisible characters, each letter as the plain one it looks like. */
function wordsOf(text: string): string[] {
  const plain = unhomoglyph(unhomoglyph(letters(text.normalize("NFKC"))).toLowerCase());
  return letters(plain)
    .toLowerCase()
    .replace(/./gu, letter => alike[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const letters = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, "")
    .replace(/[\u{1f130}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, inBoxes);

/** Boxed and circled letters and regional indicators as plain letters. */
function inBoxes(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const from = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130].find(first => code >= first && code < first + 26);
  return from === undefined ? letter : String.fromCharCode(97 + code - from);
}

/** Leetspeak; i, l and 1 look the same in many fonts. */
const alike: Record<string, string> = {
  0: "o",
  1: "l",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  i: "l",
  "|": "l",
  "!": "l",
  $: "s",
  "@": "a",
};

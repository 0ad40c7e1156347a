import unhomoglyph from "unhomoglyph";

/** What only the desk may call itself, as words of a name. */
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

/**
 * Whether a name would pass for the desk's own: it holds the desk's name or a word such as Support, as whole words or
 * run together, spaced out, or written in letters that look the same (Unicode TR39).
 */
export function imitatesDesk(name: string, deskName: string): boolean {
  const terms = [...reserved, deskName].map(term => wordsOf(term)).filter(words => words.length > 0);
  const words = wordsOf(name);
  const spaced = ` ${words.join(" ")} `;
  if (terms.some(term => spaced.includes(` ${term.join(" ")} `))) return true;
  const together = terms.map(term => term.join(""));
  return isMadeOf(words.join(""), together) || words.some(word => isMadeOf(word, together));
}

/** Whether a text is nothing but these terms, one after the other. */
function isMadeOf(text: string, terms: string[]): boolean {
  const ends = new Set([0]);
  for (let at = 0; at < text.length; at++)
    if (ends.has(at)) for (const term of terms) if (text.startsWith(term, at)) ends.add(at + term.length);
  return text !== "" && ends.has(text.length);
}

/** Words as the eye takes them: without case, marks, and what cannot be seen, each letter as the plain one it looks like. */
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

/** Letters in boxes and circles, and those that flags are made of. */
function inBoxes(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const from = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130].find(first => code >= first && code < first + 26);
  return from === undefined ? letter : String.fromCharCode(97 + code - from);
}

/** What stands for a letter where people play with them; i, l and 1 look the same in many fonts. */
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

import { keepByText } from "@/lib/markdown/kept";
import { type Face, FaceAsTold, type FaceSize } from "./face";

/** How many hues avatar.css has for people. */
const tints = 8;

const mostKept = 100_000;

// The same few people stand in dozens of rows.
const initialsOf = keepByText((name: string): string => {
  const words = name
    .split(/[\s.@_-]+/)
    .map(word => word.replace(/[^\p{L}\p{N}]/gu, ""))
    .filter(Boolean);
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last ?? ""].map(word => ([...word][0] ?? "").toLocaleUpperCase("en"));
  // Arabic letters would join to a word: of Layla Al-Harbi they say "no".
  return letters.join(/\p{Script=Arabic}/u.test(first) ? "\u200c" : "");
}, mostKept);

function tintOf(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `tint-${hash % tints}`;
}

type Side = "customer" | "support";

/** Support is square, customers are round. */
export const faceOf = (name: string, side: Side = "customer"): Face => ({
  initials: initialsOf(name),
  look: side === "support" ? "support" : `tint ${tintOf(name)}`,
});

type Props = { name: string; size?: FaceSize; side?: Side; className?: string };

export function Avatar({ name, size, side, className }: Props) {
  return FaceAsTold({ face: faceOf(name, side), size, className });
}

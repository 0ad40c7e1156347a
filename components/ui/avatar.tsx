import clsx from "clsx";
import { keepByText } from "@/lib/markdown/kept";

export type AvatarSize = "small" | "medium" | "large";

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
/** What stands for somebody's face. Support is square, customers are round. */
export type Face = { initials: string; look: string };

export const faceOf = (name: string, side: Side = "customer"): Face => ({
  initials: initialsOf(name),
  look: side === "support" ? "support" : `tint ${tintOf(name)}`,
});

type Props = { name: string; size?: AvatarSize; side?: Side; className?: string };

export function Avatar({ name, size, side, className }: Props) {
  return FaceAsTold({ face: faceOf(name, side), size, className });
}

/** Hidden from screen readers, because the name is always written next to it. */
export function FaceAsTold({
  face: { initials, look },
  size = "medium",
  className,
}: Pick<Props, "size" | "className"> & { face: Face }) {
  return (
    <span aria-hidden="true" className={clsx("avatar", size !== "medium" && size, look, className)}>
      {initials}
    </span>
  );
}

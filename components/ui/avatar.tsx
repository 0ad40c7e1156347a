import clsx from "clsx";

export type AvatarSize = "small" | "medium" | "large";

const sizes: Record<AvatarSize, string> = {
  small: "size-6 text-[0.625rem]",
  medium: "size-8 text-xs",
  large: "size-10 text-sm",
};

const tints = ["tint-0", "tint-1", "tint-2", "tint-3", "tint-4", "tint-5", "tint-6", "tint-7"];

function initials(name: string): string {
  const words = name
    .split(/[\s.@_-]+/)
    .map(word => word.replace(/[^\p{L}\p{N}]/gu, ""))
    .filter(Boolean);
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last ?? ""].map(word => ([...word][0] ?? "").toLocaleUpperCase("en")).join("");
}

function tintOf(name: string): string | undefined {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return tints[hash % tints.length];
}

type Props = { name: string; size?: AvatarSize; side?: "customer" | "support"; className?: string };

/**
 * Hidden from screen readers, because the name is always written next to it. Support is square, customers are round.
 */
export function Avatar({ name, size = "medium", side = "customer", className }: Props) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "inline-flex shrink-0 select-none items-center justify-center border border-transparent font-semibold",
        sizes[size],
        side === "support"
          ? "rounded-[30%] bg-accent text-accent-ink"
          : clsx("tint rounded-full", tintOf(name)),
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

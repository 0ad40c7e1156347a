"use client";

import clsx from "clsx";
import { numberFormat } from "@/lib/formats";

type Props = { id: string; length: number; max: number };

/** Counts the characters left once few are, and those over the limit. Nothing is cut off. */
export function Room({ id, length, max }: Props) {
  const over = length - max;
  const [limit, has, many] = [max, length, over].map(count => numberFormat("en").format(count));
  return (
    <p
      id={id}
      role="status"
      className={clsx(
        "scripted text-sm empty:hidden",
        over > 0 ? "mt-1 font-medium text-bad" : "mt-1 text-ink-soft",
      )}
    >
      {over > 0
        ? `${many} ${over === 1 ? "character" : "characters"} too many: there is room for ${limit}, and this has ${has}.`
        : length > max * 0.9 && `${has} of ${limit} characters.`}
    </p>
  );
}

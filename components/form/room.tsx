"use client";

import clsx from "clsx";
import { count, fill, useTexts } from "@/components/messages/browser-texts";
import { numberFormat } from "@/lib/number-formats";

type Props = { id: string; length: number; max: number };

/** Counts the characters left once few are, and those over the limit. Nothing is cut off. */
export function Room({ id, length, max }: Props) {
  const texts = useTexts();
  const over = length - max;
  const write = (number: number) => numberFormat(texts.language).format(number);
  const facts = { limit: write(max), has: write(length) };
  return (
    <p id={id} role="status" className={clsx("room", over > 0 && "over")}>
      {over > 0
        ? fill(count(texts, texts["form.over"], over, write(over)), facts)
        : length > max * 0.9 && fill(texts["form.room"], facts)}
    </p>
  );
}

"use client";

import type { ReactNode } from "react";
import { useTexts } from "@/components/messages/browser-texts";
import { ListFrame, useListNews, useRedraw } from "./list-frame";

type Props = {
  stamp: string;
  /** Not automatic: a refresh spends one of the reader's searches. */
  byHand?: boolean;
  children: ReactNode;
};

/** Keeps an open list up to date. While it is in use a button announces the change instead. */
export function LiveList({ stamp, byHand = false, children }: Props) {
  const texts = useTexts();
  const { ask, settle: _, ...frame } = useRedraw(stamp, byHand);
  useListNews(ask);
  return (
    <ListFrame {...frame} label={texts["list.news"]}>
      {children}
    </ListFrame>
  );
}

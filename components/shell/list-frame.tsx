"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type RefObject, useEffect, useRef, useState, useTransition } from "react";
import { type ListNews, pageNews } from "./live";

const pauseMs = 5_000;

/** Calls back on changes of the open list. */
export function useListNews(hear: (news: ListNews) => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const listen = (event: Event) => latest.current((event as CustomEvent<ListNews>).detail);
    pageNews.addEventListener("change", listen);
    return () => pageNews.removeEventListener("change", listen);
  }, []);
}

/**
 * Draws a list again once it is told to. While the list is hovered, focused or selected it does not move: it `isHeld`, and
 * is drawn afterwards.
 * @param byHand not by itself, as that spends one of the reader's searches
 */
export function useRedraw(stamp: string, byHand: boolean) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const state = useRef({ hasNews: false, drawnAt: -pauseMs, timer: 0 });
  const anchor = useRef<{ row: Element; top: number }>(null);
  // Compares what is rendered, so that the button disappears after any refresh.
  const [heldFor, hold] = useState<string>();
  const [isDrawing, draw] = useTransition();

  function redraw() {
    Object.assign(state.current, { hasNews: false, drawnAt: performance.now() });
    anchor.current = firstVisible(box.current);
    hold(undefined);
    draw(() => router.refresh());
  }

  function follow() {
    const { hasNews, drawnAt, timer } = state.current;
    window.clearTimeout(timer);
    if (!hasNews || document.visibilityState === "hidden") return;
    const waitMs = drawnAt + pauseMs - performance.now();
    if (byHand || isInUse(box.current)) hold(stamp);
    else if (waitMs > 0) state.current.timer = window.setTimeout(() => latest.current(), waitMs);
    else redraw();
  }

  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });

  useEffect(() => {
    const look = () => latest.current();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.clearTimeout(state.current.timer);
    };
  }, []);

  // Not every browser supports scroll anchoring.
  useEffect(() => {
    if (isDrawing || !anchor.current) return;
    const { row, top } = anchor.current;
    anchor.current = null;
    if (row.isConnected) window.scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
  }, [isDrawing]);

  return {
    ...{ box, redraw, stamp },
    isHeld: heldFor === stamp,
    /** Draws it again now, or as soon as it is let go. */
    ask: () => {
      state.current.hasNews = true;
      latest.current();
    },
    /** It is as it should be again. */
    settle: () => {
      state.current.hasNews = false;
      window.clearTimeout(state.current.timer);
      hold(undefined);
    },
    // Wait until the new hover and focus are known.
    letGo: () => requestAnimationFrame(() => latest.current()),
  };
}

type Props = {
  box: RefObject<HTMLDivElement | null>;
  stamp: string;
  isHeld: boolean;
  redraw: () => void;
  letGo: () => void;
  /** Of the button that draws the list again. */
  label: string;
  children: ReactNode;
};

export function ListFrame({ box, stamp, isHeld, redraw, letGo, label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices when the pointer and the focus leave.
    <div ref={box} data-stamp={stamp} className="relative pt-5" onPointerLeave={letGo} onBlur={letGo}>
      {/* In the gap above the list, so that it covers nothing that can be clicked. */}
      <div aria-live="polite" className="absolute inset-x-0 -top-3 pointer-coarse:-top-4 flex justify-center">
        {isHeld && (
          <button
            type="button"
            onClick={redraw}
            className="h-8 rounded-full border border-accent-line bg-raised px-4 font-medium text-accent-text text-sm shadow-float hover:bg-sunken pointer-coarse:h-9"
          >
            {label}
          </button>
        )}
      </div>
      {children}
    </div>
  );
}

function isInUse(list: HTMLElement | null): boolean {
  const selection = getSelection();
  const selects = selection && !selection.isCollapsed && list?.contains(selection.anchorNode);
  return Boolean(selects || list?.matches(":hover, :focus-within, :has(.pick :checked)"));
}

/** The first visible row and its position, if the page is scrolled. */
function firstVisible(list: HTMLElement | null) {
  if (window.scrollY === 0 || !list) return null;
  const row = [...list.querySelectorAll("tbody > tr")].find(one => one.getBoundingClientRect().bottom > 0);
  return row ? { row, top: row.getBoundingClientRect().top } : null;
}

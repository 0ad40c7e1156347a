"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { useTexts } from "@/components/messages/browser-texts";
import { pageNews } from "./live";

const pauseMs = 5_000;

type Props = {
  stamp: string;
  /** Not automatic: a refresh spends one of the reader's searches. */
  byHand?: boolean;
  children: ReactNode;
};

/**
 * Keeps an open list up to date. While it is hovered, focused or selected it does not move: a button announces the
 * change, and the list refreshes afterwards.
 */
export function LiveList({ stamp, byHand = false, children }: Props) {
  const texts = useTexts();
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
    const hear = () => {
      state.current.hasNews = true;
      look();
    };
    pageNews.addEventListener("change", hear);
    document.addEventListener("visibilitychange", look);
    return () => {
      pageNews.removeEventListener("change", hear);
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

  // Wait until the new hover and focus are known.
  const letGo = () => requestAnimationFrame(() => latest.current());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices when the pointer and the focus leave.
    <div ref={box} data-stamp={stamp} className="relative pt-5" onPointerLeave={letGo} onBlur={letGo}>
      {/* In the gap above the list, so that it covers nothing that can be clicked. */}
      <div aria-live="polite" className="absolute inset-x-0 -top-3 pointer-coarse:-top-4 flex justify-center">
        {heldFor === stamp && (
          <button
            type="button"
            onClick={redraw}
            className="h-8 rounded-full border border-accent-line bg-raised px-4 font-medium text-accent-text text-sm shadow-float hover:bg-sunken pointer-coarse:h-9"
          >
            {texts["list.news"]}
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
  return Boolean(selects || list?.matches(":hover, :focus-within"));
}

/** The first visible row and its position, if the page is scrolled. */
function firstVisible(list: HTMLElement | null) {
  if (window.scrollY === 0 || !list) return null;
  const row = [...list.querySelectorAll("tbody > tr")].find(one => one.getBoundingClientRect().bottom > 0);
  return row ? { row, top: row.getBoundingClientRect().top } : null;
}

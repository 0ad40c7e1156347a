"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { fill, useTexts } from "@/components/messages/browser-texts";
import { watchedAt, watchPage } from "./live";

type Props = { unread: number; icon: ReactNode; className: string };

const maxShown = 99;

/** Shows the unread count live, and refreshes an open request when it changes. */
export function Bell({ unread, icon, className }: Props) {
  const texts = useTexts();
  const path = usePathname();
  const router = useRouter();
  const [count, setCount] = useState(unread);
  const [isDrawing, draw] = useTransition();
  const [isSaid, say] = useState(false);
  const kept = useRef<{ element: Element; top: number }>(null);

  useEffect(() => setCount(unread), [unread]);
  useEffect(() => {
    return watchPage(watchedAt(path), setCount, () => {
      const element = document.activeElement;
      kept.current = element?.matches("input, textarea, select")
        ? { element, top: element.getBoundingClientRect().top }
        : null;
      draw(() => router.refresh());
      say(true);
    });
  }, [path, router]);
  // Keeps the focused field in place when content above it changes.
  useEffect(() => {
    if (isDrawing || !kept.current) return;
    const { element, top } = kept.current;
    kept.current = null;
    window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
  }, [isDrawing]);

  const shown = count > maxShown ? `${maxShown}+` : String(count);
  return (
    <>
      <a
        href="/notifications"
        aria-current={path === "/notifications" ? "page" : undefined}
        aria-label={count > 0 ? fill(texts["bell.unread"], { shown }) : texts["bell.label"]}
        className={className}
      >
        {icon}
        {count > 0 && (
          <span className="absolute top-0.5 right-0 min-w-4.5 rounded-full bg-bad px-1 text-center font-semibold text-[0.6875rem] text-surface leading-4.5 tabular-nums">
            {shown}
          </span>
        )}
      </a>
      <span aria-live="polite" className="sr-only">
        {isSaid && texts["bell.request_updated"]}
      </span>
    </>
  );
}

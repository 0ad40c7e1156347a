"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { fill, useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";
import { watchPage } from "./live";

const maxShown = 99;

/** Shows the unread count live, and refreshes an open request when it changes. */
export function Bell({ unread }: { unread: number }) {
  const texts = useTexts();
  const path = usePathname();
  const router = useRouter();
  const [count, setCount] = useState(unread);
  const [isDrawing, draw] = useTransition();
  const [isSaid, say] = useState(false);
  const kept = useRef<{ element: Element; top: number }>(null);

  useEffect(() => setCount(unread), [unread]);
  useEffect(() => {
    return watchPage(path, setCount, () => {
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
        data-load="full"
        aria-current={path === "/notifications" ? "page" : undefined}
        aria-label={count > 0 ? fill(texts["bell.unread"], { shown }) : texts["bell.label"]}
        className="bell"
      >
        <Icon name="bell" className="size-5" />
        {count > 0 && <span>{shown}</span>}
      </a>
      <span aria-live="polite" className="sr-only">
        {isSaid && texts["bell.request_updated"]}
      </span>
    </>
  );
}

"use client";

import { usePathname, useRouter } from "next/navigation";
import { type MouseEvent, type SyntheticEvent, useEffect, useRef, useState, useTransition } from "react";
import { fill, useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";

const maxShown = 99;
const panel = () => import("./bell-panel");

type Link = HTMLAnchorElement;

/**
 * Shows the unread count live, and refreshes an open request when it changes. What it opens is loaded once somebody is
 * about to.
 */
export function Bell({ unread }: { unread: number }) {
  const texts = useTexts();
  const path = usePathname();
  const router = useRouter();
  const [count, setCount] = useState(unread);
  const [isDrawing, draw] = useTransition();
  const [isSaid, say] = useState(false);
  const kept = useRef<{ element: Element; top: number }>(null);
  const hasNews = useRef(false);

  useEffect(() => setCount(unread), [unread]);
  useEffect(() => {
    const watch = import("./live").then(({ watchPage }) =>
      watchPage(path, setCount, () => {
        const element = document.activeElement;
        kept.current = element?.matches("input, textarea, select")
          ? { element, top: element.getBoundingClientRect().top }
          : null;
        // Screen readers read a live region when its words change, so these are taken away here and put back with the new page.
        say(false);
        hasNews.current = true;
        draw(() => router.refresh());
      }),
    );
    return () => {
      watch.then(stop => stop());
    };
  }, [path, router]);
  // Keeps the focused field in place when content above it changes.
  useEffect(() => {
    if (isDrawing) return;
    if (hasNews.current) say(true);
    hasNews.current = false;
    if (!kept.current) return;
    const { element, top } = kept.current;
    kept.current = null;
    window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
  }, [isDrawing]);

  const isHere = path === "/notifications";
  const prepare = ({ currentTarget: bell }: SyntheticEvent<Link>) =>
    void panel().then(({ prepare }) => prepare(bell, setCount));
  function open(event: MouseEvent<Link>) {
    if (isHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const bell = event.currentTarget;
    panel().then(
      ({ toggle }) => toggle(bell, setCount),
      () => location.assign(bell.href),
    );
  }

  const shown = count > maxShown ? `${maxShown}+` : String(count);
  return (
    <>
      <a
        href="/notifications"
        data-load="full"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={open}
        aria-current={isHere ? "page" : undefined}
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

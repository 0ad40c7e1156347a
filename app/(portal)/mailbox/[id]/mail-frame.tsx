"use client";

import { useEffect, useRef } from "react";

type Props = { title: string; src: string };

/**
 * The mail as its reader sees it, as tall as it is. It runs no script, so its frame may share the origin of the page,
 * which has to measure it.
 */
export function MailFrame({ title, src }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    const measure = () => {
      // A page is never shorter than its frame; what is in it can be.
      const height = shown.contentDocument?.body?.scrollHeight;
      shown.style.blockSize = height ? `${height}px` : "";
    };
    const watch = new ResizeObserver(measure);
    shown.addEventListener("load", measure);
    watch.observe(shown.parentElement ?? shown);
    measure();
    return () => {
      shown.removeEventListener("load", measure);
      watch.disconnect();
    };
  }, []);
  return (
    <iframe
      ref={frame}
      title={title}
      src={src}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      className="h-[44rem] w-full rounded-b-xl bg-white"
    />
  );
}

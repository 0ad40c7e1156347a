"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { draftName } from "@/lib/form/form-state";
import { fetchAhead } from "./fetch-ahead";
import { pageOf } from "./links";

/**
 * Two things that no page shows. It sets the accent colour: first by a style element, later by script, because a changed
 * style would carry the nonce of another answer, which the browser refuses. And it follows the desk's own links without
 * loading a new document, and fetches a list or request once somebody points at a link to it. So pages have plain links,
 * which work without script, too.
 */
export function Navigation({ accent, nonce }: { accent: string; nonce?: string }) {
  const [style] = useState(<style nonce={nonce}>{`:root{--accent:${accent}}`}</style>);
  useEffect(() => document.documentElement.style.setProperty("--accent", accent), [accent]);
  const router = useRouter();
  useEffect(() => {
    // Pages with a draft that was typed here. What was fetched of them before, and the router may still have, lacks it.
    const typed = new Set<string>();
    const find = (target: EventTarget | null): URL | null => {
      const link = target instanceof Element ? target.closest("a[href]") : null;
      const to = link instanceof HTMLAnchorElement ? pageOf(link, location.href) : null;
      return to && typed.has(to.pathname) && to.pathname !== location.pathname ? null : to;
    };

    function type({ target }: Event) {
      const form = target instanceof Element ? target.closest("form") : null;
      if (form?.elements.namedItem(draftName)) typed.add(location.pathname);
    }

    function follow(event: MouseEvent) {
      const isPlain =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const to = isPlain && !event.defaultPrevented && find(event.target);
      if (!to) return;
      event.preventDefault();
      router.push(to.pathname + to.search + to.hash);
    }

    const stop = fetchAhead(router, find);
    document.addEventListener("input", type);
    document.addEventListener("click", follow);
    return () => {
      stop();
      document.removeEventListener("input", type);
      document.removeEventListener("click", follow);
    };
  }, [router]);
  return style;
}

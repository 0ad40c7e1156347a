"use client";

import { useEffect, useState } from "react";
import { useInBrowser } from "@/components/ui/in-browser";

/**
 * Moves the focus to the heading of what somebody was led to from another page, where it would otherwise be lost with the
 * button that led on. A page that was loaded begins at its top, as pages do.
 */
export function useArrival(): void {
  // Only what was loaded is first drawn as the server has drawn it.
  const [isLedTo] = useState(useInBrowser());
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>("main .page-header h1");
    if (!isLedTo || !heading || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [isLedTo]);
}

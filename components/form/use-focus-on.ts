"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Focuses what has this id once the page is drawn again: what was pressed may be gone by then, and what comes next new.
 * @param first to begin with
 */
export function useFocusOn(first: string | null = null): RefObject<string | null> {
  const wish = useRef(first);
  useEffect(() => {
    if (wish.current) document.getElementById(wish.current)?.focus();
    wish.current = null;
  });
  return wish;
}

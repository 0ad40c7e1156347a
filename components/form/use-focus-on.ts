"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Focuses what has this id once the page is drawn again: what was pressed may be gone by then, and what comes next new. */
export function useFocusOn(): RefObject<string | null> {
  const wish = useRef<string>(null);
  useEffect(() => {
    if (wish.current) document.getElementById(wish.current)?.focus();
    wish.current = null;
  });
  return wish;
}

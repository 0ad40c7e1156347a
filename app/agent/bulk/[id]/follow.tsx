"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1_000;

/** Draws the page again while its run goes on and somebody looks at it. */
export function Follow() {
  const router = useRouter();
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => window.clearInterval(timer);
  }, [router]);
  return null;
}

"use client";

import { usePathname, useSearchParams } from "next/navigation";

/**
 * How a link marks itself with `aria-current`: "page" on its own page, "true" on those whose path begins with its
 * section.
 */
export function useHere(): (href: string, section?: string) => "page" | "true" | undefined {
  const path = usePathname();
  const query = useSearchParams();
  // The same default as in the list's own URL.
  const show = query.get("show") ?? (query.get("q") ? "all" : "open");
  return (href, section) => {
    const [to, list] = href.split("?show=");
    if (path === to && (!list || list === show)) return "page";
    return section && (path === section || path.startsWith(`${section}/`)) ? "true" : undefined;
  };
}

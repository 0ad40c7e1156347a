"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";

type Props = ComponentProps<"a"> & {
  href: string;
  /** Paths with this prefix belong to the link. */
  section?: string;
  /** A full page load, which closes an open panel. */
  isFullLoad?: boolean;
};

/** Marks itself with `aria-current`: "page" on its own page, "true" in its section. */
export function HereLink({ href, section, isFullLoad, ...rest }: Props) {
  const path = usePathname();
  const query = useSearchParams();
  const [to, list] = href.split("?show=");
  // The same default as in the list's own URL.
  const show = query.get("show") ?? (query.get("q") ? "all" : "open");
  const isHere = path === to && (!list || list === show);
  const isWithin = section && (path === section || path.startsWith(`${section}/`));
  const Tag = isFullLoad ? "a" : Link;
  return <Tag href={href} aria-current={isHere ? "page" : isWithin ? "true" : undefined} {...rest} />;
}

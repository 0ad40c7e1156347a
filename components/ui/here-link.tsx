"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";

type Props = ComponentProps<"a"> & {
  href: string;
  /** Pages whose address begins with this belong to what the link leads to. */
  section?: string;
  /** Loads the whole page, which closes what floats above it. */
  isFullLoad?: boolean;
};

/** A link that marks itself with `aria-current`: "page" on the page it leads to, "true" on others of its section. */
export function HereLink({ href, section, isFullLoad, ...rest }: Props) {
  const path = usePathname();
  const query = useSearchParams();
  const [to, list] = href.split("?show=");
  // As the list of requests reads its own address.
  const show = query.get("show") ?? (query.get("q") ? "all" : "open");
  const isHere = path === to && (!list || list === show);
  const isWithin = section && (path === section || path.startsWith(`${section}/`));
  const Tag = isFullLoad ? "a" : Link;
  return <Tag href={href} aria-current={isHere ? "page" : isWithin ? "true" : undefined} {...rest} />;
}

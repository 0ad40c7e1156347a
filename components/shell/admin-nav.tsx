"use client";

import { useHere } from "./here";

type Props = { label: string; links: { href: string; label: string }[] };

const home = "/admin";

/** From page to page of administration; its home shows them all. */
export function AdminNav({ label, links }: Props) {
  const here = useHere();
  if (here(home) === "page") return null;
  return (
    <nav aria-label={label} className="tabs">
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={here(href, href === home ? undefined : href)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

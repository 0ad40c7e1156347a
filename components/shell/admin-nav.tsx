"use client";

import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Menu, menuItem } from "@/components/ui/menu";
import { useHere } from "./here";
import "./admin-nav.css";

type Link = { href: string; label: string };
type Props = { home: Link; all: string; groups: { label: string; links: Link[] }[] };

/** From page to page of administration: the pages that belong together side by side, and all in a menu. Its home shows them all. */
export function AdminNav({ home, all, groups }: Props) {
  const here = useHere();
  if (here(home.href) === "page") return null;
  const group = groups.find(({ links }) => links.some(({ href }) => here(href, href)));
  return (
    <div className="admin-nav">
      <nav aria-label={group?.label ?? home.label} className="tabs">
        <ul>
          {[home, ...(group?.links ?? [])].map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={here(href, href === home.href ? undefined : href)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Menu
        id="admin-pages"
        buttonClass={buttonClass("quiet", "small")}
        panelClass="admin-pages"
        label={
          <>
            <span className="max-sm:sr-only">{all}</span>
            <Icon name="chevron-down" />
          </>
        }
      >
        <nav aria-label={all}>
          {groups.map(({ label, links }) => (
            <div key={label}>
              <p aria-hidden="true">{label}</p>
              <ul aria-label={label}>
                {links.map(({ href, label }) => (
                  <li key={href}>
                    {/* A new document, which closes the menu. */}
                    <a href={href} data-load="full" aria-current={here(href, href)} className={menuItem}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </Menu>
    </div>
  );
}

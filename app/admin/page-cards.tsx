"use client";

import type { AdminLink } from "@/components/shell/admin-links";
import { Icon } from "@/components/ui/icon";

type Card = Pick<AdminLink, "href" | "icon" | "label" | "about">;
type Props = { label: string; groups: { label: string; links: Card[] }[] };

/** Drawn in the browser, too, so that the page carries its words and no elements. */
export function PageCards({ label, groups }: Props) {
  return (
    <nav aria-label={label} className="grid gap-8">
      {groups.map(({ label, links }) => (
        <section key={label}>
          <h2 className="mb-3 font-semibold text-ink text-lg tracking-tight">{label}</h2>
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {links.map(page => (
              <Page key={page.href} {...page} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

const Page = ({ href, icon, label, about }: Card) => (
  <li className="card relative flex items-start gap-x-4 gap-y-3 p-5 lg:flex-col hover:border-accent-line hover:shadow-lift">
    <Icon name={icon} className="size-10 rounded-lg bg-accent-soft p-[0.5625rem] text-accent-text" />
    <div className="min-w-0">
      <a
        href={href}
        className="font-semibold text-ink after:absolute after:inset-0 after:rounded-[inherit] hover:text-accent-text"
      >
        {label}
      </a>
      <p className="mt-0.5 text-ink-soft text-sm">{about}</p>
    </div>
  </li>
);

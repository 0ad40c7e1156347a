import type { AdminLink } from "@/components/shell/admin-links";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; links: AdminLink[] };

export function PageCards({ t, links }: Props) {
  return (
    <nav aria-label={t("administration.pages")}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {links.map(({ href, label, about }) => (
          <li key={href} className="card relative p-5 hover:border-line-strong">
            <a
              href={href}
              className="font-medium text-ink after:absolute after:inset-0 after:rounded-[inherit] hover:text-accent-text"
            >
              {label}
            </a>
            <p className="mt-1 text-ink-soft text-sm">{about}</p>
          </li>
        ))}
      </ul>
    </nav>
  );
}

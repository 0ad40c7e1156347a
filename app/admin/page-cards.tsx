import type { AdminGroup } from "@/components/shell/admin-links";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; groups: AdminGroup[] };

export function PageCards({ t, groups }: Props) {
  return (
    <nav aria-label={t("administration.pages")} className="grid gap-8">
      {groups.map(({ label, links }) => (
        <section key={label}>
          <h2 className="mb-3 font-semibold text-ink text-lg">{label}</h2>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
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
        </section>
      ))}
    </nav>
  );
}

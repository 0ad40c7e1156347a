import Link from "next/link";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; deskName: string; links?: { href: string; label: string }[] };

export function Footer({ t, deskName, links = [] }: Props) {
  return (
    <footer className="border-line border-t">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-ink-faint text-sm sm:px-6">
        <p>{t("shell.footer", { desk: deskName })}</p>
        {links.length > 0 && (
          <nav aria-label={t("shell.footer.links")}>
            <ul className="flex flex-wrap gap-x-6 gap-y-2">
              {links.map(link => (
                <li key={link.href}>
                  <Link
                    href={link.href}
                    className="inline-flex min-h-6 items-center rounded hover:text-ink hover:underline"
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}

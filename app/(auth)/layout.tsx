import type { ReactNode } from "react";
import { LanguageLinks } from "@/components/shell/language-links";
import { legalLinks } from "@/components/shell/legal-links";
import { TypedAcross } from "@/components/shell/typed-across";
import { spokenLanguages } from "@/lib/accounts/languages";
import { leadToSetUp, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await readTranslator();
  const settings = await readPageSettings();
  if (settings.setUp === "fresh") await leadToSetUp();
  const links = [{ href: "/help", label: t("help.title") }, ...legalLinks(t, settings)];
  return (
    <>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <LanguageLinks
        label={t("shell.languages")}
        languages={spokenLanguages(settings)}
        present={t.language}
      />
      <TypedAcross />
      <footer className="auth-links">
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </footer>
    </>
  );
}

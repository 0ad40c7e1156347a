import type { ReactNode } from "react";
import { LanguageLinks } from "@/components/shell/language-links";
import { legalLinks } from "@/components/shell/legal-links";
import { spokenLanguages } from "@/lib/accounts/languages";
import { leadToSetUp, readPageSettings } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await readTranslator();
  const settings = await readPageSettings();
  if (settings.setUp === "fresh") await leadToSetUp();
  const links = legalLinks(t, settings);
  const page = (
    <main id="main" tabIndex={-1} className="flex-1 outline-none">
      {children}
    </main>
  );
  return (
    <>
      {page}
      <LanguageLinks label={t("shell.languages")} languages={spokenLanguages()} present={t.language} />
      {links.length > 0 && (
        <footer className="auth-links">
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </footer>
      )}
    </>
  );
}

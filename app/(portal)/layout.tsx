import type { ReactNode } from "react";
import { withFace } from "@/components/shell/account";
import { LanguageLinks } from "@/components/shell/language-links";
import { legalLinks } from "@/components/shell/legal-links";
import { Logo } from "@/components/shell/logo";
import { PortalShell } from "@/components/shell/portal-shell";
import { Banner } from "@/components/ui/banner";
import { spokenLanguages } from "@/lib/accounts/languages";
import { leadToSetUp, readPageSettings } from "@/lib/entry/page";
import { readManaged, readShell } from "@/lib/entry/shell";
import { hasMailbox } from "@/lib/mail/local-mailbox";
import { readTranslator } from "@/lib/messages/translate";
import { signOut } from "../(auth)/sign-out";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [t, settings, managed, { isUnreachable, ...shell }] = await Promise.all([
    readTranslator(),
    readPageSettings(),
    readManaged(),
    readShell(),
  ]);
  if (settings.setUp === "fresh") await leadToSetUp();
  const { deskName, logo } = settings;
  const footerLinks = [
    { href: "/help", label: t("help.title") },
    ...(hasMailbox() ? [{ href: "/mailbox", label: t("shell.mailbox") }] : []),
    ...legalLinks(t, settings),
  ];
  const notice = isUnreachable && (
    <Banner tone="warn" title={t("shell.unreachable.title")} className="mb-8">
      {t("shell.unreachable", { email: shell.person?.email ?? "" })}
    </Banner>
  );
  const links = managed.map(({ slug, name }) => ({
    href: `/ours/${slug}`,
    label:
      managed.length === 1 ? t("organisations.ours") : t("organisations.ours.of", { organisation: name }),
  }));
  return (
    <>
      <PortalShell
        {...{ deskName, signOut, footerLinks, notice, ...shell }}
        person={shell.person && withFace(shell.person)}
        {...(links.length > 0 && { links })}
        {...(logo && { logo: <Logo logo={logo} deskName={deskName} /> })}
      >
        {children}
      </PortalShell>
      {!shell.person && (
        <LanguageLinks
          label={t("shell.languages")}
          languages={spokenLanguages(settings)}
          present={t.language}
        />
      )}
    </>
  );
}

import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { readShell } from "@/lib/entry/shell";
import { hasMailbox } from "@/lib/mail/local-mailbox";
import { readTranslator } from "@/lib/messages/translate";
import { readDeskSettings } from "@/lib/settings";
import { signOut } from "../(auth)/sign-out";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [t, { deskName }] = await Promise.all([readTranslator(), readDeskSettings()]);
  const footerLinks = hasMailbox() ? [{ href: "/mailbox", label: t("shell.mailbox") }] : [];
  return (
    <PortalShell
      t={t}
      deskName={deskName}
      signOut={signOut}
      footerLinks={footerLinks}
      {...(await readShell())}
    >
      {children}
    </PortalShell>
  );
}

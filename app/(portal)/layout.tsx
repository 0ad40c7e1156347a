import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { readShell } from "@/lib/entry/shell";
import { env } from "@/lib/env";
import { hasMailbox } from "@/lib/mail/local-mailbox";
import { readTranslator } from "@/lib/messages/translate";
import { signOut } from "../(auth)/sign-out";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const t = await readTranslator();
  const footerLinks = hasMailbox() ? [{ href: "/mailbox", label: t("shell.mailbox") }] : [];
  return (
    <PortalShell
      t={t}
      deskName={env().DESK_NAME}
      signOut={signOut}
      footerLinks={footerLinks}
      {...(await readShell())}
    >
      {children}
    </PortalShell>
  );
}

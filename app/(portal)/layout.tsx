import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { readShell } from "@/lib/entry/shell";
import { env } from "@/lib/env";
import { hasMailbox } from "@/lib/mail/local-mailbox";
import { signOut } from "../(auth)/sign-out";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const footerLinks = hasMailbox() ? [{ href: "/mailbox", label: "Local mailbox" }] : [];
  return (
    <PortalShell
      deskName={env().DESK_NAME}
      signOut={signOut}
      footerLinks={footerLinks}
      {...(await readShell())}
    >
      {children}
    </PortalShell>
  );
}

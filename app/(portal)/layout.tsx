import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { readShell } from "@/lib/entry/shell";
import { hasMailbox } from "@/lib/mail/local-mailbox";
import { readDeskSettings } from "@/lib/settings";
import { signOut } from "../(auth)/sign-out";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { deskName } = await readDeskSettings();
  const footerLinks = hasMailbox() ? [{ href: "/mailbox", label: "Local mailbox" }] : [];
  return (
    <PortalShell deskName={deskName} signOut={signOut} footerLinks={footerLinks} {...(await readShell())}>
      {children}
    </PortalShell>
  );
}

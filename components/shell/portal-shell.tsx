import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import type { ShellPerson } from "./account-menu";
import { Footer } from "./footer";
import { PortalHeader } from "./portal-header";

type Props = {
  deskName: string;
  person: ShellPerson | null;
  openCount: number | null;
  waitingCount: number | null;
  unreadCount: number;
  signOut: (data: FormData) => Promise<void>;
  isUnreachable?: boolean;
  footerLinks?: { href: string; label: string }[];
  children: ReactNode;
};

export function PortalShell({ children, footerLinks, isUnreachable, ...header }: Props) {
  return (
    <>
      <PortalHeader {...header} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12"
      >
        {isUnreachable && (
          <Banner tone="warn" title="Mails to your address come back" className="mb-8">
            We have stopped sending email to {header.person?.email}. You can still read everything on your
            requests. Once the address works again, ask the desk to resume.
          </Banner>
        )}
        {children}
      </main>
      <Footer deskName={header.deskName} links={footerLinks} />
    </>
  );
}

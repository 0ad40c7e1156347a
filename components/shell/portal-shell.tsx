import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import type { Translator } from "@/lib/messages/translate";
import type { ShellPerson } from "./account-menu";
import { Footer } from "./footer";
import { PortalHeader } from "./portal-header";

type Props = {
  t: Translator;
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

export function PortalShell({ t, children, footerLinks, isUnreachable, ...header }: Props) {
  return (
    <>
      <PortalHeader t={t} {...header} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12"
      >
        {isUnreachable && (
          <Banner tone="warn" title={t("shell.unreachable.title")} className="mb-8">
            {t("shell.unreachable", { email: header.person?.email ?? "" })}
          </Banner>
        )}
        {children}
      </main>
      <Footer t={t} deskName={header.deskName} links={footerLinks} />
    </>
  );
}

import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { withFace } from "@/components/shell/account";
import { adminLinks } from "@/components/shell/admin-links";
import { AdminNav } from "@/components/shell/admin-nav";
import { AgentShell } from "@/components/shell/agent-shell";
import { Logo } from "@/components/shell/logo";
import { readKeyboard } from "@/lib/entry/keyboard";
import { readShell } from "@/lib/entry/shell";
import { readTranslator } from "@/lib/messages/translate";
import { takesReplies } from "@/lib/transport/replies";
import { signOut } from "../(auth)/sign-out";
import "../agent/desk.css";
import { readPageSettings } from "@/lib/entry/page";

/** Only the frame, as for agents: each page and command decides for itself who may. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { person, isUnreachable: _, ...shell } = await readShell();
  if (!person) return children;
  if (person.role !== "admin") notFound();
  const [{ deskName, logo }, keyboard, t] = await Promise.all([
    readPageSettings(),
    readKeyboard(),
    readTranslator(),
  ]);
  return (
    <AgentShell
      {...{ deskName, signOut, keyboard, ...shell }}
      person={withFace(person)}
      {...(logo && { logo: <Logo logo={logo} deskName={deskName} /> })}
      hasInbox={takesReplies()}
      adminLabel={t("administration.nav")}
    >
      <AdminNav
        home={{ href: "/admin", label: t("administration.title") }}
        all={t("administration.pages.all")}
        groups={adminLinks(t).map(({ label, links }) => ({
          label,
          links: links.map(({ href, label }) => ({ href, label })),
        }))}
      />
      {children}
    </AgentShell>
  );
}

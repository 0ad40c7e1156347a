import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AgentShell } from "@/components/shell/agent-shell";
import { readKeyboard } from "@/lib/entry/keyboard";
import { readShell } from "@/lib/entry/shell";
import { readTranslator } from "@/lib/messages/translate";
import { readDeskSettings } from "@/lib/settings";
import { takesReplies } from "@/lib/transport/replies";
import { signOut } from "../(auth)/sign-out";

/** Only the frame, as for agents: each page and command decides for itself who may. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { person, isUnreachable: _, ...shell } = await readShell();
  if (!person) return children;
  if (person.role !== "admin") notFound();
  const [{ deskName }, keyboard, t] = await Promise.all([
    readDeskSettings(),
    readKeyboard(),
    readTranslator(),
  ]);
  const links = [{ href: "/admin/organisations", label: t("organisations.title") }];
  return (
    <AgentShell {...{ deskName, person, signOut, links, keyboard, ...shell }} hasInbox={takesReplies()}>
      {children}
    </AgentShell>
  );
}

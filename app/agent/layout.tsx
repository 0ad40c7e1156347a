import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AgentShell } from "@/components/shell/agent-shell";
import { readKeyboard } from "@/lib/entry/keyboard";
import { readShell } from "@/lib/entry/shell";
import { readTranslator } from "@/lib/messages/translate";
import { readDeskSettings } from "@/lib/settings";
import { takesReplies } from "@/lib/transport/replies";
import { signOut } from "../(auth)/sign-out";

/** Only the frame: each page and command decides for itself who may. Without an agent there is no frame to draw. */
export default async function AgentLayout({ children }: { children: ReactNode }) {
  const { person, isUnreachable: _, ...shell } = await readShell();
  if (!person) return children;
  if (person.role === "customer") notFound();
  const [{ deskName }, keyboard, t] = await Promise.all([
    readDeskSettings(),
    readKeyboard(),
    readTranslator(),
  ]);
  const links = [{ href: "/admin/organisations", label: t("organisations.title") }];
  return (
    <AgentShell
      deskName={deskName}
      person={person}
      signOut={signOut}
      hasInbox={takesReplies()}
      keyboard={keyboard}
      isWide
      {...(person.role === "admin" && { links })}
      {...shell}
    >
      {children}
    </AgentShell>
  );
}

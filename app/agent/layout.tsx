import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AgentHeader } from "@/components/shell/agent-header";
import { isAgent } from "@/lib/actor";
import { readShell } from "@/lib/entry/shell";
import { readTranslator } from "@/lib/messages/translate";
import { readDeskSettings } from "@/lib/settings";
import { takesReplies } from "@/lib/transport/replies";
import { signOut } from "../(auth)/sign-out";

/** Only the frame: each page and command decides for itself who may. Without an agent there is no frame to draw. */
export default async function AgentLayout({ children }: { children: ReactNode }) {
  const { person, openCount, waitingCount, unreadCount } = await readShell();
  if (!person) return children;
  if (!isAgent(person)) notFound();
  const { deskName } = await readDeskSettings();
  return (
    <>
      <AgentHeader
        t={await readTranslator()}
        deskName={deskName}
        person={person}
        openCount={openCount}
        waitingCount={waitingCount}
        unreadCount={unreadCount}
        signOut={signOut}
        hasInbox={takesReplies()}
      />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[100rem] flex-1 px-3 py-6 outline-none sm:px-6"
      >
        {children}
      </main>
    </>
  );
}

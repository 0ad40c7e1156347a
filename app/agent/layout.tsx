import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { withFace } from "@/components/shell/account";
import { AgentShell } from "@/components/shell/agent-shell";
import { Logo } from "@/components/shell/logo";
import { readKeyboard } from "@/lib/entry/keyboard";
import { readDueReply, readShell } from "@/lib/entry/shell";
import { readTranslator } from "@/lib/messages/translate";
import { openerOfPage } from "@/lib/session/opener";
import { takesReplies } from "@/lib/transport/replies";
import { signOut } from "../(auth)/sign-out";
import "./desk.css";
import { readPageSettings } from "@/lib/entry/page";
import { UndoLine } from "./undo-line";

/** Only the frame: each page and command decides for itself who may. Without an agent there is no frame to draw. */
export default async function AgentLayout({ children }: { children: ReactNode }) {
  const { person, isUnreachable: _, ...shell } = await readShell();
  if (!person) return children;
  if (person.role === "customer") notFound();
  const [{ deskName, logo }, keyboard, due, t] = await Promise.all([
    readPageSettings(),
    readKeyboard(),
    readDueReply(),
    readTranslator(),
  ]);
  return (
    <AgentShell
      deskName={deskName}
      {...(logo && { logo: <Logo logo={logo} deskName={deskName} /> })}
      person={withFace(person)}
      signOut={signOut}
      hasInbox={takesReplies()}
      keyboard={keyboard}
      isWide
      {...(person.role === "admin" && { adminLabel: t("administration.nav") })}
      {...shell}
    >
      <UndoLine
        {...(due && {
          told: {
            ...{ place: due.place, leftMs: due.leftMs, opener: await openerOfPage() },
            line: t("agent.undo.line", { reference: due.reference, seconds: "{seconds}" }),
            button: t("agent.undo"),
            working: t("agent.undo.working"),
          },
        })}
      />
      {children}
    </AgentShell>
  );
}

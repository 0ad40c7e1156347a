import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { PersonActor } from "../actor";
import { now } from "../clock";
import { logError } from "../log";
import type { OwnOrganisation } from "../organisations/own";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { readVisit } from "./visit";

/** What a header shows. It goes to the browser, so it says no more of the person than that. */
export type Shell = {
  person: Pick<PersonActor, "name" | "email" | "role"> | null;
  openCount: number;
  waitingCount: number;
  unreadCount: number;
};

type ReadShell = Shell & {
  /** Mails to this person's address bounce, so they get none. */
  isUnreachable: boolean;
};

const nobody: ReadShell = {
  person: null,
  openCount: 0,
  waitingCount: 0,
  unreadCount: 0,
  isUnreachable: false,
};

/** The organisations that the reader manages. */
export async function readManaged(): Promise<OwnOrganisation[]> {
  const visit = await readVisit().catch(() => null);
  return visit?.organisations.filter(({ isManager }) => isManager) ?? [];
}

/** The newest reply of the reader that can still be undone, and for how long. */
export async function readDueReply(): Promise<{ place: string; reference: string; leftMs: number } | null> {
  const due = (await readVisit().catch(() => null))?.dueReply;
  if (!due) return null;
  const { place, number, dueAt } = due;
  const leftMs = new Date(dueAt).getTime() - now().getTime();
  return { place, reference: referenceOf(number, await readDeskSettings()), leftMs };
}

/** If the person cannot be read the header greets nobody, and the page shows the error. */
export async function readShell(): Promise<ReadShell> {
  try {
    const visit = await readVisit();
    if (!visit) return nobody;
    const { actor, openCount, waitingCount, unreadCount, isUnreachable } = visit;
    const { name, email, role } = actor;
    return { person: { name, email, role }, openCount, waitingCount, unreadCount, isUnreachable };
  } catch (error) {
    unstable_rethrow(error);
    logError("the header could not be read", error);
    return nobody;
  }
}

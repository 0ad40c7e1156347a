import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { PersonActor } from "../actor";
import { logError } from "../log";
import type { OwnOrganisation } from "../organisations/own";
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

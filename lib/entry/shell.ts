import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { PersonActor } from "../actor";
import { logError } from "../log";
import { readVisit } from "./visit";

export type Shell = {
  person: PersonActor | null;
  openCount: number | null;
  waitingCount: number | null;
  unreadCount: number;
  /** Mails to this person's address bounce, so they get none. */
  isUnreachable: boolean;
};

const nobody: Shell = {
  person: null,
  openCount: null,
  waitingCount: null,
  unreadCount: 0,
  isUnreachable: false,
};

/** If the person cannot be read the header greets nobody, and the page shows the error. */
export async function readShell(): Promise<Shell> {
  try {
    const visit = await readVisit();
    if (!visit) return nobody;
    const { actor, openCount, waitingCount, unreadCount, isUnreachable } = visit;
    return { person: actor, openCount, waitingCount, unreadCount, isUnreachable };
  } catch (error) {
    unstable_rethrow(error);
    logError("the header could not be read", error);
    return nobody;
  }
}

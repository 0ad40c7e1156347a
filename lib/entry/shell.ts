import "server-only";
import { unstable_rethrow } from "next/navigation";
import { cache } from "react";
import type { PersonActor } from "../actor";
import { countUnread } from "../bell/notices";
import { logError } from "../log";
import { isSuppressed } from "../mail/entitlement";
import { countMyRequests } from "../search/own";
import { currentActor } from "../session/actor";
import { openedRequest } from "./opening";

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
export const readShell = cache(async (): Promise<Shell> => {
  try {
    const person = await currentActor();
    if (!person) return nobody;
    const [{ open, waiting }, unreadCount, isUnreachable] = await Promise.all([
      countMyRequests(person),
      countUnread(person, openedRequest()),
      isSuppressed(person.email),
    ]);
    return { person, openCount: open, waitingCount: waiting, unreadCount, isUnreachable };
  } catch (error) {
    unstable_rethrow(error);
    logError("the header could not be read", error);
    return nobody;
  }
});

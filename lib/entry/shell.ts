import "server-only";
import { unstable_rethrow } from "next/navigation";
import { cache } from "react";
import type { PersonActor } from "../actor";
import { logError } from "../log";
import { isSuppressed } from "../notifications/entitlement";
import { countUnread } from "../notifications/notices";
import { countMyRequests } from "../search/own";
import { currentActor } from "../session/actor";
import { openedRequest } from "./opening";

export type Shell = {
  person: PersonActor | null;
  openCount: number | null;
  waitingCount: number | null;
  /** What this person has not read yet, but for what they are opening right now. */
  unreadCount: number;
  /** Mails to this person's address come back, so that they hear of nothing. */
  isUnreachable: boolean;
};

const nobody: Shell = {
  person: null,
  openCount: null,
  waitingCount: null,
  unreadCount: 0,
  isUnreachable: false,
};

/** Who the header greets. If that cannot be read it greets nobody, and leaves the apology to the page. */
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

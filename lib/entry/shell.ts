import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { PersonActor } from "../actor";
import { logError } from "../log";
import { isSuppressed } from "../notifications/entitlement";
import { countMyOpenRequests } from "../requests/lists";
import { currentActor } from "./actor";

/** `isUnreachable`: mails to this person's address come back, so that they hear of nothing. */
export type Shell = { person: PersonActor | null; openCount: number | null; isUnreachable: boolean };

/** Who the header greets. If that cannot be read it greets nobody, and leaves the apology to the page. */
export async function readShell(): Promise<Shell> {
  try {
    const person = await currentActor();
    if (!person) return { person, openCount: null, isUnreachable: false };
    const [openCount, isUnreachable] = await Promise.all([
      countMyOpenRequests(person),
      isSuppressed(person.email),
    ]);
    return { person, openCount, isUnreachable };
  } catch (error) {
    unstable_rethrow(error);
    logError("the header could not be read", error);
    return { person: null, openCount: null, isUnreachable: false };
  }
}

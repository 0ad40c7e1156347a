import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { PersonActor } from "../actor";
import { logError } from "../log";
import { countMyOpenRequests } from "../requests/lists";
import { currentActor } from "./actor";

export type Shell = { person: PersonActor | null; openCount: number | null };

/** Who the header greets. If that cannot be read it greets nobody, and leaves the apology to the page. */
export async function readShell(): Promise<Shell> {
  try {
    const person = await currentActor();
    return { person, openCount: person && (await countMyOpenRequests(person)) };
  } catch (error) {
    unstable_rethrow(error);
    logError("the header could not be read", error);
    return { person: null, openCount: null };
  }
}

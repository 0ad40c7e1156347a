import "server-only";
import type { PersonActor } from "../actor";
import { isDatabaseDown } from "../db";
import { countMyOpenRequests } from "../requests/lists";
import { currentActor } from "./actor";

export type Shell = { person: PersonActor | null; openCount: number | null };

/** Who the header greets. Without a database it greets nobody, and leaves the apology to the page. */
export async function readShell(): Promise<Shell> {
  try {
    const person = await currentActor();
    return { person, openCount: person && (await countMyOpenRequests(person)) };
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return { person: null, openCount: null };
  }
}

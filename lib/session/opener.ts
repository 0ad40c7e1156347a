import "server-only";
import { now } from "../clock";
import { sameText, sign } from "../crypto";
import { currentActor } from "./actor";

const purpose = "opener of a form";
const maxHours = 24;
const hourNow = () => Math.floor(now().getTime() / 3_600_000);

/** Signed: the form stays this person's even if another logs in. Empty when logged out or the database is down. */
export async function openerOfPage(): Promise<string> {
  const actor = await currentActor().catch(() => null);
  if (!actor) return "";
  const drawn = `${actor.id}.${hourNow()}`;
  return `${drawn}.${sign(purpose, drawn)}`;
}

/** Null if absent or not signed by us. */
export function readOpener(sent: string | null): string | null {
  return read(sent)?.id ?? null;
}

/** Null also for pages older than a day, which another person may have saved. */
export function readRecentOpener(sent: string | null): string | null {
  const opener = read(sent);
  return opener && hourNow() - opener.hour <= maxHours ? opener.id : null;
}

function read(sent: string | null): { id: string; hour: number } | null {
  const [id = "", hour = "", proof = ""] = sent?.split(".") ?? [];
  return sameText(proof, sign(purpose, `${id}.${hour}`)) ? { id, hour: Number(hour) } : null;
}

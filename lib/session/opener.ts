import "server-only";
import { now } from "../clock";
import { sameText, sign } from "../crypto";
import { currentActor } from "./actor";

const purpose = "opener of a form";
/** For how long after a page was drawn a form on it may still leave a draft for its person. Hours. */
const maxHours = 24;
const hourNow = () => Math.floor(now().getTime() / 3_600_000);

/**
 * Whom a page is drawn for, with the desk's own proof of it: a form that comes back then belongs to them, whoever is
 * logged in by now. Nothing for nobody, and where the desk cannot tell.
 */
export async function openerOfPage(): Promise<string> {
  const actor = await currentActor().catch(() => null);
  if (!actor) return "";
  const drawn = `${actor.id}.${hourNow()}`;
  return `${drawn}.${sign(purpose, drawn)}`;
}

/** The id of the person for whom a form was drawn; null where it does not say so, or nobody can have been told so. */
export function readOpener(sent: string | null): string | null {
  return read(sent)?.id ?? null;
}

/** The same, but null for a page that is older than a day: somebody else may have kept it. */
export function readRecentOpener(sent: string | null): string | null {
  const opener = read(sent);
  return opener && hourNow() - opener.hour <= maxHours ? opener.id : null;
}

function read(sent: string | null): { id: string; hour: number } | null {
  const [id = "", hour = "", proof = ""] = sent?.split(".") ?? [];
  return sameText(proof, sign(purpose, `${id}.${hour}`)) ? { id, hour: Number(hour) } : null;
}

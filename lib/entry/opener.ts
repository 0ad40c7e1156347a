import "server-only";
import { sameText, sign } from "../crypto";
import { currentActor } from "./actor";

const purpose = "opener of a form";

/**
 * Whom a page is drawn for, with the desk's own proof of it: a form that comes back then belongs to them, whoever is
 * logged in by now. Nothing for nobody, and where the desk cannot tell.
 */
export async function openerOfPage(): Promise<string> {
  const actor = await currentActor().catch(() => null);
  return actor ? `${actor.id}.${sign(purpose, actor.id)}` : "";
}

/** The id of the person for whom a form was drawn; null where it does not say so, or nobody can have been told so. */
export function readOpener(sent: string | null): string | null {
  const [id = "", proof = ""] = sent?.split(".") ?? [];
  return id !== "" && sameText(proof, sign(purpose, id)) ? id : null;
}

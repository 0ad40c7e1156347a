import "server-only";
import { cache } from "react";
import { readWording } from "../catalog/wording";
import { shareActor } from "../session/actor";
import { readSessionCookie } from "../session/cookies";
import { findVisit, type Visit } from "./find-visit";
import { openedRequest } from "./opening";

async function visitWithWords(sessionId: string): Promise<Visit | null> {
  const visit = await findVisit(sessionId, openedRequest());
  if (visit) await readWording(visit.catalogVersion);
  return visit;
}

/** Null for a reader who is not logged in. Several parts of a page share it. */
export const readVisit = cache((): Promise<Visit | null> => {
  const visit = readSessionCookie().then(id => (id === null ? null : visitWithWords(id)));
  shareActor(visit.then(found => found?.actor ?? null));
  return visit;
});

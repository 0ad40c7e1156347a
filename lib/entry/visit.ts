import "server-only";
import { cache } from "react";
import { shareActor } from "../session/actor";
import { readSessionCookie } from "../session/cookies";
import { findVisit, type Visit } from "./find-visit";
import { openedRequest } from "./opening";

/** Null for a reader who is not logged in. Several parts of a page share it. */
export const readVisit = cache((): Promise<Visit | null> => {
  const visit = readSessionCookie().then(id => (id === null ? null : findVisit(id, openedRequest())));
  shareActor(visit.then(found => found?.actor ?? null));
  return visit;
});

import "server-only";
import { cache } from "react";
import { readWording } from "../catalog/wording";
import { firstSpoken } from "../messages/languages";
import { knowReader } from "../messages/translate";
import { shareActor } from "../session/actor";
import { readAskedTags } from "../session/asked";
import { readSessionCookie } from "../session/cookies";
import { settingsAtHand } from "../settings";
import { findVisit, type Visit } from "./find-visit";
import { openedRequest } from "./opening";

async function visitWithWords(sessionId: string): Promise<Visit | null> {
  const visit = await findVisit(sessionId, openedRequest(), await readAskedTags());
  if (visit) await readWording(visit.catalogVersion);
  return visit;
}

/** Null for a reader who is not logged in. Several parts of a page share it. */
export const readVisit = cache((): Promise<Visit | null> => {
  const visit = readSessionCookie().then(id => (id === null ? null : visitWithWords(id)));
  shareActor(visit.then(found => found?.actor ?? null));
  return visit;
});

/**
 * The language that a page is read in, as a tag. While the database is away, the one that the browser asks for.
 */
export const readLanguage = cache(async (): Promise<string> => {
  const visit = await readVisit().catch(() => null);
  return visit?.actor.language ?? firstSpoken(await readAskedTags(), settingsAtHand());
});

knowReader(async () => ({ language: await readLanguage() }));

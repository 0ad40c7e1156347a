import "server-only";
import { cache } from "react";
import { actorOfSession } from "../accounts/sessions";
import type { PersonActor } from "../actor";
import { readSessionCookie } from "./cookies";

export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const sessionId = await readSessionCookie();
  return sessionId ? actorOfSession(sessionId) : null;
});

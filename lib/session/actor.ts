import "server-only";
import { cache } from "react";
import { actorOfSession } from "../accounts/sessions";
import type { PersonActor } from "../actor";
import { readAskedTags } from "./asked";
import { readSessionCookie } from "./cookies";

type Known = { actor?: Promise<PersonActor | null> };

const known = cache((): Known => ({}));

/** Whoever sent the request being answered. */
export function currentActor(): Promise<PersonActor | null> {
  // Asked once: outside of a rendering, React keeps nothing between two calls.
  const shared = known();
  shared.actor ??= readActor();
  return shared.actor;
}

/** For a page, which reads its person along with what else it needs to know of them. */
export function shareActor(actor: Promise<PersonActor | null>): void {
  known().actor ??= actor;
  // Whoever asks for the actor hears of a failure; the page does so by itself.
  actor.catch(() => undefined);
}

async function readActor(): Promise<PersonActor | null> {
  const sessionId = await readSessionCookie();
  return sessionId ? actorOfSession(sessionId, await readAskedTags()) : null;
}

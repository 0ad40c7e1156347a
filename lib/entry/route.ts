import "server-only";
import type { PersonActor } from "../actor";
import { isDatabaseDown, isStatementTimeout } from "../db";
import { logError } from "../log";
import { tellRefusal } from "../messages/refusals";
import { isTooMany, type Refusal } from "../refusal";
import { currentActor } from "../session/actor";

/** Answers 401 to anybody not signed in; not cached unless the answer says so. */
export async function signedInRoute(
  path: string,
  answer: (actor: PersonActor) => Promise<Response> | Response,
): Promise<Response> {
  const response = await currentActor()
    .then(actor => (actor ? answer(actor) : plain("Please log in first, then ask for this again.", 401)))
    .catch((error: unknown) => answerTo(error, path));
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

export function answerTo(error: unknown, path: string): Response {
  if (isTooMany(error)) return tooMany(error);
  if (isStatementTimeout(error))
    return plain(
      "This took the desk too long, so it stopped. Search for longer words or filter the list, or try again in a minute.",
      503,
      { "retry-after": "60" },
    );
  const number = logError("an address could not be answered", error, { path });
  return isDatabaseDown(error)
    ? plain("The desk cannot reach its database right now. Please try again in a moment.", 503)
    : plain(`Something went wrong on our side. If it keeps happening, tell us this number: ${number}.`, 500);
}

/** RFC 6585, section 4. */
export const tooMany = (refusal: Refusal) =>
  new Response(tellRefusal(refusal).message, {
    status: 429,
    headers: { "retry-after": String(refusal.seconds ?? 60), "cache-control": "no-store" },
  });

const plain = (sentence: string, status: number, headers: Record<string, string> = {}) =>
  new Response(sentence, { status, headers });

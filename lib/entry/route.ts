import "server-only";
import type { PersonActor } from "../actor";
import { isDatabaseDown, isStatementTimeout } from "../db";
import { logError } from "../log";
import { tellRefusal } from "../messages/refusals";
import { deskTranslator } from "../messages/translate";
import { isTooMany, type Refusal } from "../refusal";
import { currentActor } from "../session/actor";

type PlainCode = "shell.route.logged_out" | "shell.route.too_long" | "attachments.unreachable";

// Whose language it would be is in the database, which may be what fails.
const t = deskTranslator();

/** Answers 401 to anybody not signed in; not cached unless the answer says so. */
export async function signedInRoute(
  path: string,
  answer: (actor: PersonActor) => Promise<Response> | Response,
): Promise<Response> {
  const response = await currentActor()
    .then(actor => (actor ? answer(actor) : plain("shell.route.logged_out", 401)))
    .catch((error: unknown) => answerTo(error, path));
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

export function answerTo(error: unknown, path: string): Response {
  if (isTooMany(error)) return tooMany(error);
  if (isStatementTimeout(error)) return plain("shell.route.too_long", 503, { "retry-after": "60" });
  const number = logError("an address could not be answered", error, { path });
  return isDatabaseDown(error)
    ? plain("attachments.unreachable", 503)
    : new Response(t("attachments.failed", { number }), { status: 500 });
}

/** RFC 6585, section 4. */
export const tooMany = (refusal: Refusal) =>
  new Response(tellRefusal(refusal).message, {
    status: 429,
    headers: { "retry-after": String(refusal.seconds ?? 60), "cache-control": "no-store" },
  });

const plain = (code: PlainCode, status: number, headers: Record<string, string> = {}) =>
  new Response(t(code), { status, headers });

import "server-only";
import type { PersonActor } from "../actor";
import { isDatabaseDown, isStatementTimeout } from "../db";
import { logError } from "../log";
import { tellRefusal } from "../messages/refusals";
import type { Translator } from "../messages/translate";
import { isTooMany, type Refusal } from "../refusal";
import { currentActor } from "../session/actor";
import { askedTranslator } from "../session/asked";

type PlainCode = "shell.route.logged_out" | "shell.route.too_long" | "attachments.unreachable";

/** Answers 401 to anybody not signed in; not cached unless the answer says so. */
export async function signedInRoute(
  path: string,
  answer: (actor: PersonActor) => Promise<Response> | Response,
): Promise<Response> {
  const response = await currentActor()
    .then(async actor =>
      actor ? answer(actor) : plain(await askedTranslator(), "shell.route.logged_out", 401),
    )
    .catch(async (error: unknown) => answerTo(error, path, await askedTranslator()));
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

/** Not in the language of their account: that is in the database, which may be what fails. */
export function answerTo(error: unknown, path: string, t: Translator): Response {
  if (isTooMany(error)) return tooMany(error, t);
  if (isStatementTimeout(error)) return plain(t, "shell.route.too_long", 503, { "retry-after": "60" });
  const number = logError("an address could not be answered", error, { path });
  return isDatabaseDown(error)
    ? plain(t, "attachments.unreachable", 503)
    : new Response(t("attachments.failed", { number }), { status: 500 });
}

/** RFC 6585, section 4. */
export const tooMany = (refusal: Refusal, t: Translator) =>
  new Response(tellRefusal(refusal, t).message, {
    status: 429,
    headers: { "retry-after": String(refusal.seconds ?? 60), "cache-control": "no-store" },
  });

const plain = (t: Translator, code: PlainCode, status: number, headers: Record<string, string> = {}) =>
  new Response(t(code), { status, headers });

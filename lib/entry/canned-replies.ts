import "server-only";
import { readInsertable } from "../canned-replies/read";
import { env } from "../env";
import type { PluralForms } from "../messages/format";
import { type Translator, translatorFor } from "../messages/translate";
import { currentActor } from "../session/actor";
import { askedTranslator } from "../session/asked";
import { readDeskSettings } from "../settings";
import { answerTo } from "./route";

const path = "/api/canned-replies";

/** What the agents' answer box loads once somebody wants a reply: the replies, and the words to offer them with. */
export async function answerReplies(request: Request): Promise<Response> {
  const reference = new URL(request.url).searchParams.get("request") ?? "";
  const answer = await repliesFor(reference).catch(async (error: unknown) =>
    answerTo(error, path, await askedTranslator()),
  );
  answer.headers.set("cache-control", "no-store");
  return answer;
}

async function repliesFor(reference: string): Promise<Response> {
  const actor = await currentActor();
  const settings = await readDeskSettings();
  const found = actor && (await readInsertable(actor, reference, { deskUrl: env().APP_URL, settings }));
  if (!found) return new Response(null, { status: 404 });
  return Response.json({ ...found, texts: textsOfPicker(translatorFor(actor)) });
}

export type TextsOfPicker = ReturnType<typeof textsOfPicker>;

/** Those in braces are filled in by the browser. */
function textsOfPicker(t: Translator) {
  return {
    list: t("canned_replies.picker"),
    none: t("canned_replies.picker.none", { query: "{query}" }),
    empty: t("canned_replies.picker.empty"),
    count: t.template("canned_replies.picker.count") as PluralForms,
    more: t("canned_replies.picker.more"),
    own: t("canned_replies.picker.own"),
    desk: t("canned_replies.picker.desk"),
    lacks: t("canned_replies.picker.lacks", { names: "{names}" }),
    inserted: t("canned_replies.picker.inserted", { name: "{name}" }),
    warning: t("canned_replies.picker.warning", { names: "{names}" }),
    save: t("canned_replies.picker.save"),
    manage: t("canned_replies.picker.manage"),
  };
}

import "server-only";
import { isAgent } from "../actor";
import { readWording } from "../catalog/wording";
import type { PluralForms } from "../messages/format";
import { type Translator, translatorFor } from "../messages/translate";
import { spend } from "../rate-limit";
import { statusCode } from "../requests/labels";
import { deskList } from "../search/desk-list";
import { offerOperators } from "../search/offered";
import { maxTyped, readTyped } from "../search/operators";
import { listQueueChoices, peekQueue } from "../search/queue";
import { vocabularyOf } from "../search/vocabulary";
import { signedInRoute } from "./route";

const path = "/api/search";

/** The first few requests that a search of the queue finds while it is typed: `?q=`. */
export function answerPeek(request: Request): Promise<Response> {
  return signedInRoute(path, async actor => {
    if (!isAgent(actor)) return new Response(null, { status: 404 });
    const q = new URL(request.url).searchParams.get("q") ?? "";
    if (q.trim() === "" || q.length > maxTyped) return Response.json([]);
    await spend("peek", actor.id);
    await readWording();
    const [t, names] = await Promise.all([translatorFor(actor), listQueueChoices(actor)]);
    const { view } = readTyped(deskList, { q }, vocabularyOf(t, names));
    const found = await peekQueue(actor, view);
    return Response.json(
      found.map(({ typeSlug, status, ...row }) => ({
        ...row,
        statusLabel: t.ofType(typeSlug)(statusCode(status, "agent")),
      })),
    );
  });
}

/** What the box of the queue completes from, and the words to do so with. */
export function answerOperators(): Promise<Response> {
  return signedInRoute(path, async actor => {
    if (!isAgent(actor)) return new Response(null, { status: 404 });
    const t = translatorFor(actor);
    return Response.json({ operators: await offerOperators(actor, t), texts: textsOfCompletion(t) });
  });
}

export type TextsOfCompletion = ReturnType<typeof textsOfCompletion>;

function textsOfCompletion(t: Translator) {
  return {
    list: t("queue.completion"),
    filters: t("queue.completion.filters"),
    values: t("queue.completion.values"),
    requests: t("queue.completion.requests"),
    recent: t("queue.completion.recent"),
    day: t("queue.completion.day"),
    text: t("queue.completion.text"),
    reference: t("queue.completion.reference"),
    none: t("queue.completion.none"),
    hint: t("queue.completion.hint"),
    count: t.template("queue.completion.count") as PluralForms,
  };
}

import "server-only";
import { noteAnswered } from "../help/feedback";
import { nameOfArticle, readArticleInput } from "../help/input";
import { minTyped, offerHelp } from "../help/offer";
import type { PluralForms } from "../messages/format";
import { type Translator, translatorFor } from "../messages/translate";
import { spend } from "../rate-limit";
import { Refusal } from "../refusal";
import { currentActor } from "../session/actor";
import { dropAll, isOwnPlace } from "./drafts";
import { perform } from "./perform";
import { signedInRoute } from "./route";

const path = "/api/help";
const maxTyped = 2_000;

export type OfferedPage = { name: string; href: string; title: string; language: string };
export type Offer = { pages: OfferedPage[]; texts: TextsOfOffer };

/** Help pages that may answer what somebody types as the summary of a request: `?q=`. */
export function answerOffers(request: Request): Promise<Response> {
  return signedInRoute(path, async actor => {
    const q = (new URL(request.url).searchParams.get("q") ?? "").trim();
    if (q.length > maxTyped || q.includes("\0")) return new Response(null, { status: 400 });
    await spend("offerHelp", actor.id);
    const t = translatorFor(actor);
    const articles = q.length < minTyped ? [] : await offerHelp(t.language, q);
    const pages = articles.map(({ slug, language, title }) => ({
      ...{ name: nameOfArticle({ slug, language }), title, language },
      href: `/help/${slug}?language=${language}`,
    }));
    return Response.json({ pages, texts: textsOfOffer(t) } satisfies Offer);
  });
}

type TextsOfOffer = ReturnType<typeof textsOfOffer>;

function textsOfOffer(t: Translator) {
  return {
    title: t("help.offered"),
    newTab: t("help.offered.new_tab"),
    count: t.template("help.offered.count") as PluralForms,
    none: t("help.offered.none"),
    answered: t("help.offered.answered"),
    leave: t("help.offered.leave"),
    discard: t("help.offered.discard"),
    keep: t("help.offered.keep"),
    back: t("help.offered.back"),
  };
}

/**
 * Leaves a form that a help page has made needless: counts that, and throws the draft away only where its writer says so.
 * Returns where that leads.
 */
export async function leaveAnswered(data: FormData): Promise<string> {
  const actor = await currentActor();
  const place = String(data.get("place") ?? "");
  if (!actor) return "/sign-in?next=/";
  if (!isOwnPlace(actor, data)) return "/";
  await spend("write", actor.id);
  const article = readArticleInput.safeParse(data.get("page"));
  if (article.success) await perform(actor, act => noteAnswered(act, article.data)).catch(forgive);
  if (data.get("draft") !== "discard") return "/?answered=kept";
  await perform(actor, act => dropAll(act, place));
  return "/?answered=discarded";
}

/** Of a page that was withdrawn meanwhile nothing is counted. */
function forgive(error: unknown): void {
  if (!(error instanceof Refusal && error.kind === "not_found")) throw error;
}

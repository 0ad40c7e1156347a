import "server-only";
import { system } from "../actor";
import { logError } from "../log";
import type { Translator } from "../messages/translate";
import { Refusal } from "../refusal";
import { type MuteLink, muteToken, readLinkKey, readMuteToken } from "../rendering/mute-link";
import { muteByLink } from "../requests/mute";
import { askedTranslator, translatorOfRequest } from "../session/asked";
import { readForm } from "../web/body";
import { perform } from "./perform";

const plain = (text: string, status: number) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** RFC 8058: a mail client posts here to unsubscribe, without cookie or question; it mutes this one request. */
export async function muteAtOnce(request: Request, token: string): Promise<Response> {
  const t = translatorOfRequest(request);
  try {
    const link = await readMuteToken("one_click", token);
    if (link) return await mute(t, request, link);
    // A visible link, or one of an earlier release: it asks first.
    const asks = await readMuteToken("page", token);
    return asks ? goTo(token) : plain(t("accounts.mute.foreign"), 404);
  } catch (error) {
    logError("a request could not be muted from a mail program", error);
    return plain(t("accounts.mute.failed"), 503);
  }
}

async function mute(t: Translator, request: Request, link: MuteLink): Promise<Response> {
  const body = await readForm(request, 10_000);
  if (body?.get("List-Unsubscribe") !== "One-Click") return plain(t("accounts.mute.unasked"), 400);
  let hearsOfTheEnd = false;
  try {
    hearsOfTheEnd = await perform(system("mute_link"), act => muteByLink(act, link, true));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return plain(t(hearsOfTheEnd ? "accounts.mute.at_once" : "accounts.mute.at_once.of_manager"), 200);
}

/** Only asks, because a GET changes nothing; some mail clients open the address instead of posting to it. */
export async function askToMute(token: string): Promise<Response> {
  try {
    const link = await readMuteToken("one_click", token);
    return goTo(link ? muteToken(await readLinkKey(), "page", link) : token);
  } catch (error) {
    logError("a mute link could not be opened", error);
    return plain((await askedTranslator())("accounts.mute.unreachable"), 503);
  }
}

const goTo = (token: string) =>
  new Response(null, {
    status: 303,
    headers: {
      location: `/mute/${encodeURIComponent(token)}`,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });

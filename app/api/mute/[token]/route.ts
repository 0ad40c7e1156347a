import { system } from "@/lib/actor";
import { readForm } from "@/lib/entry/body";
import { perform } from "@/lib/entry/perform";
import { Refusal } from "@/lib/errors";
import { logError } from "@/lib/log";
import { readMuteToken } from "@/lib/notifications/mute-link";
import { muteByLink } from "@/lib/requests/mute";

type Context = { params: Promise<{ token: string }> };

const plain = (text: string, status: number) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** RFC 8058: a mail program posts here when its reader unsubscribes. No cookie, no question; it mutes this one request. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const link = readMuteToken((await params).token);
  if (!link) return plain("This link is not one of ours.", 404);
  const body = await readForm(request, 10_000);
  if (body?.get("List-Unsubscribe") !== "One-Click") return plain("Nothing was changed.", 400);
  try {
    await perform(system, act => muteByLink(act, link, true));
  } catch (error) {
    // Whoever takes part no longer gets no mails anyhow.
    if (!(error instanceof Refusal)) {
      logError("a request could not be muted from a mail program", error);
      return plain("Nothing was changed; please try again in a moment.", 503);
    }
  }
  return plain(
    "You are not notified about this request any more. You will still be told when it is resolved.",
    200,
  );
}

/** Only asks: a GET changes nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return new Response(null, {
    status: 303,
    headers: { location: `/mute/${encodeURIComponent((await params).token)}` },
  });
}

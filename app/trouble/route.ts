import { askedTranslator } from "@/lib/session/asked";
import { returnPath } from "@/lib/session/return-path";
import { settingsAtHand } from "@/lib/settings";
import { readPosted } from "@/lib/web/posted";
import { answerFromSameOrigin } from "@/lib/web/same-origin";
import { type Trouble, troublePage } from "@/lib/web/trouble";

/** Where a page leads that could not be drawn. Needs neither database nor script, so that it can always be shown. */
export async function GET(request: Request): Promise<Response> {
  return troublePage(await readTrouble(request));
}

/** Where a form without script ends up: the browser repeats here what it sent to the page (RFC 9110, 307). */
export function POST(request: Request): Promise<Response> {
  return answerFromSameOrigin(async () =>
    troublePage({ ...(await readTrouble(request)), posted: await readPosted(request) }),
  );
}

async function readTrouble(request: Request): Promise<Trouble> {
  const query = new URL(request.url).searchParams;
  const { deskName } = settingsAtHand();
  return {
    t: await askedTranslator(),
    deskName,
    number: /^[0-9A-F]{8}$/.exec(query.get("number") ?? "")?.[0],
    back: returnPath(query.get("back")),
    isOutdated: query.has("outdated"),
  };
}

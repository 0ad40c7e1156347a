import "server-only";
import { isAgent } from "../actor";
import { listOnDesktop } from "../bell/notices";
import { readWording } from "../catalog/wording";
import { say } from "../messages/said";
import { translatorFor } from "../messages/translate";
import { readOwnChoices } from "../notifications/choices";
import { signedInRoute } from "./route";

/** What an agent's browser shows on the desktop: a title, a line below it, and where it leads. */
export type DesktopNews = {
  rows: { id: string; title: string; body: string; href: string }[];
  hasSound: boolean;
};

export function sendDesktopNews(request: Request): Promise<Response> {
  return signedInRoute("/api/notices", async actor => {
    if (!isAgent(actor)) return new Response(null, { status: 404 });
    await readWording();
    const after = new URL(request.url).searchParams.get("after") ?? "";
    const [rows, { hasSound }, t] = await Promise.all([
      listOnDesktop(actor, after),
      readOwnChoices(actor),
      translatorFor(actor),
    ]);
    return Response.json({
      rows: rows.map(({ id, told, typeSlug, reference, summary, href }) => ({
        ...{ id, href },
        title: say(t.ofType(typeSlug), told),
        body: `${reference} · ${summary}`,
      })),
      hasSound,
    } satisfies DesktopNews);
  });
}

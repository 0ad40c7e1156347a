import { isAgent } from "@/lib/actor";
import { signedInRoute } from "@/lib/entry/route";
import { translatorFor } from "@/lib/messages/translate";
import { spend } from "@/lib/rate-limit";
import { deskList } from "@/lib/search/desk-list";
import { exportQueue } from "@/lib/search/export";
import { readListQuery } from "@/lib/search/view";

/** What the queue shows at the same query string, whole, for a spreadsheet. */
export function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return signedInRoute(pathname, async actor => {
    if (!isAgent(actor)) return new Response(null, { status: 404 });
    await spend("exportList", actor.id);
    return new Response(await exportQueue(translatorFor(actor), actor, readListQuery(deskList, search)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="queue.csv"',
      },
    });
  });
}

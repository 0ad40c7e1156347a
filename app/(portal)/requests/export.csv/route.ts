import { readWording } from "@/lib/catalog/wording";
import { signedInRoute } from "@/lib/entry/route";
import { translatorFor } from "@/lib/messages/translate";
import { spend } from "@/lib/rate-limit";
import { exportRequests } from "@/lib/search/export";
import { readView } from "@/lib/search/own-list";

/** What the list shows at the same query string, whole, for a spreadsheet. */
export function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return signedInRoute(pathname, async actor => {
    await spend("exportList", actor.id);
    await readWording();
    return new Response(await exportRequests(translatorFor(actor), actor, readView(search)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="requests.csv"',
      },
    });
  });
}

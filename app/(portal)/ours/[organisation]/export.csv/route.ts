import { readWording } from "@/lib/catalog/wording";
import { signedInRoute } from "@/lib/entry/route";
import { translatorFor } from "@/lib/messages/translate";
import { spend } from "@/lib/rate-limit";
import { exportRequests } from "@/lib/search/export";
import { ourList } from "@/lib/search/own-list";
import { ourScope } from "@/lib/search/scope";
import { readListQuery } from "@/lib/search/view";

type Context = { params: Promise<{ organisation: string }> };

/** All rows of the list that the same query string shows. For anybody but a manager of the organisation it has no rows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation } = await params;
  const { pathname, search } = new URL(request.url);
  return signedInRoute(pathname, async actor => {
    await spend("exportList", actor.id);
    await readWording();
    const list = ourList(organisation);
    const of = { list, scope: ourScope(actor, organisation) };
    const rows = await exportRequests(translatorFor(actor), actor, readListQuery(list, search), { of });
    return new Response(rows, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="requests.csv"',
      },
    });
  });
}

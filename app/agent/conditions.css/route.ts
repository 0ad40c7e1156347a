import { isAgent } from "@/lib/actor";
import { conditionStyles } from "@/lib/catalog/conditions";
import { readWholeForm } from "@/lib/catalog/queries";
import { signedInRoute } from "@/lib/entry/route";

/** The conditions of a whole form, as a style sheet: agents are asked more than customers. A version never changes. */
export function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  return signedInRoute(pathname, async actor => {
    const fields = isAgent(actor) ? await readWholeForm(searchParams.get("form") ?? "") : null;
    const id = searchParams.get("for") ?? "";
    if (!fields || !/^[a-z][a-z0-9-]{0,40}$/.test(id)) return new Response(null, { status: 404 });
    return new Response(conditionStyles(id, fields), {
      headers: {
        "content-type": "text/css; charset=utf-8",
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  });
}

import { readPulse, shownBy } from "@/lib/entry/live";
import { signedInRoute } from "@/lib/entry/route";

/** The same once, for a page that cannot hold a stream. */
export function GET(request: Request): Promise<Response> {
  return signedInRoute("/api/live/now", async actor => {
    const pulse = await readPulse(actor, shownBy(request.url));
    return pulse ? Response.json(pulse) : new Response(null, { status: 404 });
  });
}

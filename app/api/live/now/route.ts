import { readPulse } from "@/lib/entry/live";
import { signedInRoute } from "@/lib/entry/route";

/** The same once, for a page that cannot hold a stream. */
export function GET(request: Request): Promise<Response> {
  const reference = new URL(request.url).searchParams.get("request");
  return signedInRoute("/api/live/now", async actor => {
    const pulse = await readPulse(actor, reference);
    return pulse ? Response.json(pulse) : new Response(null, { status: 404 });
  });
}

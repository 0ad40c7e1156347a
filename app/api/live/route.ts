import { openStream } from "@/lib/entry/live";
import { signedInRoute } from "@/lib/entry/route";

/** Tells an open page that something changed, for as long as it is open. */
export function GET(request: Request): Promise<Response> {
  const reference = new URL(request.url).searchParams.get("request");
  return signedInRoute("/api/live", actor => openStream(actor, reference, request.signal));
}

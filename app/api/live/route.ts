import { openStream, shownBy } from "@/lib/entry/live";
import { signedInRoute } from "@/lib/entry/route";

/** Tells an open page that something changed, for as long as it is open. */
export function GET(request: Request): Promise<Response> {
  return signedInRoute("/api/live", actor => openStream(actor, shownBy(request.url), request.signal));
}

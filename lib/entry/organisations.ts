import "server-only";
import { isAgent } from "../actor";
import { spend } from "../rate-limit";
import { findOrganisations } from "../search/named-organisations";
import { signedInRoute } from "./route";

const maxTyped = 100;

/** Organisations whose names begin as an agent has typed: `?q=`. */
export function answerOrganisations(request: Request): Promise<Response> {
  return signedInRoute("/api/organisations", async actor => {
    if (!isAgent(actor)) return new Response(null, { status: 404 });
    const q = new URL(request.url).searchParams.get("q") ?? "";
    if (q.length > maxTyped) return Response.json([]);
    await spend("peek", actor.id);
    return Response.json(await findOrganisations(actor, q));
  });
}

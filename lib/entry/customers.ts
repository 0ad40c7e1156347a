import "server-only";
import { isAgent } from "../actor";
import { spend } from "../rate-limit";
import { findCustomers } from "../search/known-customers";
import { signedInRoute } from "./route";

const path = "/api/customers";
const maxTyped = 254;

/** Customers whom an agent may mean while they type a name or an address: `?q=`. */
export function answerCustomers(request: Request): Promise<Response> {
  return signedInRoute(path, async actor => {
    if (!isAgent(actor)) return new Response(null, { status: 404 });
    const q = new URL(request.url).searchParams.get("q") ?? "";
    if (q.trim() === "" || q.length > maxTyped || q.includes("\0")) return Response.json([]);
    await spend("peek", actor.id);
    return Response.json(await findCustomers(actor, q));
  });
}

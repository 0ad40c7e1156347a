import { isCronCall } from "@/lib/entry/cron";
import { workOneRound } from "@/lib/entry/jobs";

/** For hosts where no process may stay: a cron service calls this with `Authorization: Bearer CRON_SECRET`. */
export async function GET(request: Request): Promise<Response> {
  if (!isCronCall(request)) return new Response(null, { status: 404 });
  await workOneRound();
  return Response.json({ done: true }, { headers: { "cache-control": "no-store" } });
}

import { readForm } from "@/lib/entry/body";
import { startAfresh } from "@/lib/entry/drafts";
import { readPage } from "@/lib/entry/page";
import { requireSameOrigin } from "@/lib/entry/same-origin";

const mostBytes = 10_000;

/** The plain form “Start afresh”. */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameOrigin();
  } catch {
    return new Response("This form was sent from another site.", { status: 403 });
  }
  const data = await readForm(request, mostBytes);
  if (!data) return new Response("This is no form of this desk.", { status: 400 });
  const page = await readPage("/", () => startAfresh(data));
  return new Response(null, { status: 303, headers: { location: page, "cache-control": "no-store" } });
}

import { saveFromPage } from "@/lib/entry/drafts";

/** Keeps what somebody types into a form and has not sent yet. */
export async function POST(request: Request): Promise<Response> {
  return new Response(null, {
    status: await saveFromPage(request),
    headers: { "cache-control": "no-store" },
  });
}

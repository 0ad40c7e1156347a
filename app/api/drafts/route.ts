import { saveFromPage } from "@/lib/entry/drafts";

/** Keeps what somebody types into a form and has not sent yet. */
export async function POST(request: Request): Promise<Response> {
  const status = await saveFromPage(request);
  return new Response(null, {
    status,
    headers: { "cache-control": "no-store", ...(status === 429 && { "retry-after": "10" }) },
  });
}

import { writeMuteCookie } from "@/lib/entry/mute-cookie";

type Context = { params: Promise<{ token: string }> };

/** Where the footer of a mail leads: it takes the token out of the address and goes on to the page that asks. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  await writeMuteCookie((await params).token.slice(0, 200));
  return new Response(null, {
    status: 303,
    headers: { location: "/mute", "referrer-policy": "no-referrer", "cache-control": "no-store" },
  });
}

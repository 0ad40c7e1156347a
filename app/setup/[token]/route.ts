import { openLink } from "@/lib/entry/links";

/** Where the terminal's link leads: on to a page whose address holds no secret. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return openLink("set-up", (await params).token);
}

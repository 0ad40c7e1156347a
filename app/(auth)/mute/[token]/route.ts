import { openLink } from "@/lib/entry/links";

/** Where the footer of a mail leads: on to a page whose address holds no secret. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return openLink("mute", (await params).token);
}

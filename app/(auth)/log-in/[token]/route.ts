import { redirect } from "next/navigation";
import { writeLogInLinkCookie } from "@/lib/entry/log-in-link-cookie";

type Context = { params: Promise<{ token: string }> };

/** Where the mailed link leads. It changes nothing, because programs that look at mails open links, too. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (/^[\w-]{43}$/.test(token)) await writeLogInLinkCookie(token);
  redirect("/log-in");
}

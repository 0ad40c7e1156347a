import { hasOpenMailbox } from "@/lib/entry/mailbox";
import { readMailboxMail } from "@/lib/mail/local-mailbox";

/** The mail's own HTML, shut in: no script, no form, nothing fetched but the desk's logo. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const mail = (await hasOpenMailbox()) ? await readMailboxMail((await params).id) : null;
  if (!mail) return new Response(null, { status: 404 });
  return new Response(mail.html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    },
  });
}

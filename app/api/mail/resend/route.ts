import { expectMail } from "@/lib/inbound/resend";
import { takeReport } from "@/lib/mail/bounces";
import { readBody } from "@/lib/web/body";

const maxBytes = 100_000;

/** Where Resend tells of bounces, complaints and mails that came in. The signature covers the body as it came, so it is read as text. */
export async function POST(request: Request): Promise<Response> {
  const header = (name: string) =>
    request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? "";
  const read = await readBody(request, maxBytes);
  if (!read) return new Response(null, { status: 413 });
  const body = read.toString("utf8");
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  const isOurs = await takeReport(body, signed);
  if (isOurs) await expectMail(body, signed);
  return new Response(null, { status: isOurs ? 204 : 401 });
}

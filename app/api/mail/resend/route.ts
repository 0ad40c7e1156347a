import { expectMail } from "@/lib/inbound/resend";
import { takeReport } from "@/lib/notifications/bounces";

const mostBytes = 100_000;

/** Where Resend tells of bounces, complaints and mails that came in. The signature covers the body as it came, so it is read as text. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get("content-length")) > mostBytes) return new Response(null, { status: 413 });
  const header = (name: string) =>
    request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? "";
  const body = await request.text();
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  const isOurs = await takeReport(body, signed);
  if (isOurs) await expectMail(body, signed);
  return new Response(null, { status: isOurs ? 204 : 401 });
}

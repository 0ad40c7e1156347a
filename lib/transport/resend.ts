import "server-only";
import { Resend } from "resend";
import { env } from "../env";
import { MailError } from "./error";
import type { Accepted, Mail } from "./transport";

const timeoutMs = 30_000;

let resend: Resend | undefined;

/** The id is the idempotency key, valid for 24 hours. @throws MailError */
export async function sendByResend(mail: Mail): Promise<Accepted> {
  const { id, from, to, subject, html, text, headers: sent } = mail;
  resend ??= new Resend(env().RESEND_API_KEY, { baseUrl: env().RESEND_BASE_URL });
  // Resend takes Reply-To as a separate field.
  const { "Reply-To": replyTo, ...others } = sent;
  const { data, error, headers } = await resend.emails
    .send(
      { from, to, subject, html, text, ...(replyTo && { replyTo }), headers: others },
      { idempotencyKey: id, signal: AbortSignal.timeout(timeoutMs) },
    )
    .catch((cause: Error) => {
      // It may have been accepted; the idempotency key makes a retry safe.
      throw new MailError(`No answer from Resend: ${cause.message}`, "later");
    });
  if (error) throw refusalOf(error, Number(headers?.["retry-after"]) * 1_000 || 0);
  const perSecond = Number(headers?.["ratelimit-limit"]);
  return { providerId: data.id, ...(perSecond > 0 && { perSecond }) };
}

const ourFault = new Set(["missing_api_key", "invalid_api_key", "restricted_api_key"]);
const overQuota = new Set(["daily_quota_exceeded", "monthly_quota_exceeded"]);

function refusalOf(
  error: { message: string; name: string; statusCode: number | null },
  waitMs: number,
): MailError {
  const status = error.statusCode ?? 0;
  if (ourFault.has(error.name) || status === 401) return new MailError(error.message, "pause", 60_000);
  if (overQuota.has(error.name)) return new MailError(error.message, "pause", Math.max(waitMs, 15 * 60_000));
  if (status === 429) return new MailError(error.message, "later", Math.max(waitMs, 1_000));
  // A key reused with another body always fails; two simultaneous uses of it can succeed later.
  if (status === 409)
    return new MailError(error.message, error.name === "invalid_idempotent_request" ? "never" : "later");
  return new MailError(error.message, status >= 400 && status < 500 ? "never" : "later");
}

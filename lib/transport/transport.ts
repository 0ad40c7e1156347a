import "server-only";
import { env } from "../env";
import { sendByResend } from "./resend";
import { sendBySmtp } from "./smtp";

export type Mail = {
  /** Stable across retries: the provider's idempotency key. */
  id: string;
  messageId: string;
  date: Date;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

/** The transport's receipt. `perSecond` is the rate limit it announced, if any. */
export type Accepted = { providerId: string | null; perSecond?: number };

export function sendMail(mail: Mail): Promise<Accepted> {
  return transports[env().MAIL_TRANSPORT](mail);
}

const transports: Record<ReturnType<typeof env>["MAIL_TRANSPORT"], (mail: Mail) => Promise<Accepted>> = {
  local: async () => ({ providerId: null }),
  smtp: sendBySmtp,
  resend: sendByResend,
};

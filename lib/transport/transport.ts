import "server-only";
import { env } from "../env";
import { sendByResend } from "./resend";
import { sendBySmtp } from "./smtp";

export type Mail = {
  /** Stable over retries: the provider's idempotency key and the local part of the Message-ID. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

/** What the transport said of a mail it took. `perSecond` is how many it says it takes from us, if it says so. */
export type Accepted = { providerId: string | null; perSecond?: number };

/**
 * Hands one mail to the transport the settings name.
 * @throws MailError
 */
export function sendMail(mail: Mail): Promise<Accepted> {
  return transports[env().MAIL_TRANSPORT](mail);
}

const transports: Record<ReturnType<typeof env>["MAIL_TRANSPORT"], (mail: Mail) => Promise<Accepted>> = {
  // The mailbox page reads the delivery itself, so there is nowhere to bring it.
  local: async () => ({ providerId: null }),
  smtp: sendBySmtp,
  resend: sendByResend,
};

import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { Resend } from "resend";
import { env } from "./env";

export type Mail = {
  /** Stable over retries: the provider's idempotency key and the local part of the Message-ID. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

/** Why a mail did not leave; `permanent` means that trying again cannot help. */
export class MailError extends Error {
  constructor(
    message: string,
    readonly permanent: boolean,
  ) {
    super(message);
    this.name = "MailError";
  }
}

type Transport = (mail: Mail) => Promise<string | null>;

/**
 * Hands one mail to the transport the settings name; returns the provider's id for it, if it gives one.
 * @throws MailError
 */
export function sendMail(mail: Mail): Promise<string | null> {
  return transports[env().MAIL_TRANSPORT](mail);
}

const transports: Record<ReturnType<typeof env>["MAIL_TRANSPORT"], Transport> = {
  // The mailbox page reads the delivery itself, so there is nowhere to bring it.
  local: async () => null,
  smtp: sendBySmtp,
  resend: sendByResend,
};

let smtp: Transporter | undefined;

async function sendBySmtp(mail: Mail): Promise<string | null> {
  smtp ??= nodemailer.createTransport(env().SMTP_URL ?? "", {
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as object);
  const { id, to, subject, html, text, headers } = mail;
  try {
    const messageId = `<${id}@${new URL(env().APP_URL).hostname}>`;
    const sent = await smtp.sendMail({
      from: env().MAIL_FROM,
      to: [to],
      subject,
      html,
      text,
      headers,
      messageId,
    });
    return sent.messageId ?? null;
  } catch (error) {
    const { message, code, responseCode = 0 } = error as Error & { code?: string; responseCode?: number };
    // A server that refuses the desk's own password says nothing about the mail.
    throw new MailError(message, responseCode >= 500 && code !== "EAUTH");
  }
}

let resend: Resend | undefined;

async function sendByResend(mail: Mail): Promise<string | null> {
  resend ??= new Resend(env().RESEND_API_KEY, { baseUrl: env().RESEND_BASE_URL });
  const { id, ...content } = mail;
  const { data, error } = await resend.emails.send(
    { from: env().MAIL_FROM, ...content },
    { idempotencyKey: id },
  );
  if (!error) return data?.id ?? null;
  const status = error.statusCode ?? 0;
  // 409 and 429 pass with time; the other answers of the 400s are about the mail itself.
  throw new MailError(error.message, status >= 400 && status < 500 && status !== 409 && status !== 429);
}

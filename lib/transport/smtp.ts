import "server-only";
import nodemailer, { type Transporter } from "nodemailer";
import { env } from "../env";
import { MailError } from "./error";
import type { Accepted, Mail } from "./transport";

let smtp: Transporter | undefined;

/** @throws MailError */
export async function sendBySmtp(mail: Mail): Promise<Accepted> {
  smtp ??= nodemailer.createTransport(env().SMTP_URL ?? "", {
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as object);
  const { id, to, ...content } = mail;
  try {
    // Nodemailer would generate a new boundary per attempt.
    const sent = await smtp.sendMail({ ...content, to: [to], baseBoundary: id } as object);
    return { providerId: sent.messageId ?? null };
  } catch (error) {
    const { message, code, responseCode = 0 } = error as Error & { code?: string; responseCode?: number };
    // Wrong credentials are our problem, not the message's.
    if (code === "EAUTH") throw new MailError(message, "pause", 60_000);
    throw new MailError(message, responseCode >= 500 ? "never" : "later");
  }
}

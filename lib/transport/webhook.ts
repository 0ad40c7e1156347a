import "server-only";
import { Resend } from "resend";
import { env } from "../env";

export type SignedHeaders = { id: string; timestamp: string; signature: string };

/** Undefined without a valid signature or a configured secret. */
export function readWebhook(body: string, headers: SignedHeaders): unknown {
  const { RESEND_WEBHOOK_SECRET: webhookSecret, RESEND_API_KEY: key = "unused" } = env();
  if (!webhookSecret) return undefined;
  try {
    return new Resend(key).webhooks.verify({ payload: body, headers, webhookSecret });
  } catch {
    return undefined;
  }
}

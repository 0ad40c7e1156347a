import "server-only";
import { Resend } from "resend";
import { z } from "zod";
import { db } from "../db";
import { env } from "../env";
import { addJob } from "../queue";
import { takesReplies } from "../transport/replies";
import { readWebhook, type SignedHeaders } from "../transport/webhook";
import type { RawMail } from "./arrival";
import { maxBytes } from "./read";

const timeoutMs = 30_000;

const arrival = z.object({
  type: z.literal("email.received"),
  data: z.object({ email_id: z.uuid(), from: z.string().catch(""), subject: z.string().catch("") }),
});

export const expectedMail = z.object({ id: z.uuid(), from: z.string(), subject: z.string() });
export type ExpectedMail = z.output<typeof expectedMail>;

/** Queues a job to fetch an email, if a signed webhook announces one. */
export async function expectMail(body: string, headers: SignedHeaders): Promise<void> {
  const report = arrival.safeParse(readWebhook(body, headers));
  if (!takesReplies() || !report.success) return;
  const { email_id: id, from, subject } = report.data.data;
  const expected = { id, from: from.slice(0, 500), subject: subject.slice(0, 500) };
  await addJob(db(), "fetch_reply", expected, { key: `reply:${id}` });
}

let resend: Resend | undefined;

/** Fetches the raw form, which alone shows the order of repeated headers. @throws Error when a retry may help */
export async function fetchFromResend({ id, from, subject }: ExpectedMail): Promise<RawMail> {
  resend ??= new Resend(env().RESEND_API_KEY, { baseUrl: env().RESEND_BASE_URL });
  const known = { source: "resend" as const, id, from: addressOf(from), subject };
  const { data, error } = await resend.emails.receiving.get(
    id,
    {},
    { signal: AbortSignal.timeout(timeoutMs) },
  );
  if (error?.statusCode === 404) return { ...known, raw: null };
  if (error) throw new Error(`Resend did not return an email: ${error.message}`);
  if (!data.raw) return { ...known, raw: null, deliveredTo: data.to };
  const deliveredTo = data.received_for ?? data.to;
  const raw = await download(data.raw.download_url);
  return { ...known, raw, tooLarge: raw === null, deliveredTo };
}

async function download(url: string): Promise<Buffer | null> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
  if (!answer.ok || !answer.body) throw new Error(`An email could not be downloaded: ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const addressOf = (text: string) => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;

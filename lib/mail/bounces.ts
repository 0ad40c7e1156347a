import "server-only";
import { z } from "zod";
import { db } from "../db";
import { logInfo } from "../log";
import { readWebhook, type SignedHeaders } from "../transport/webhook";
import { writeReason } from "./reason";

const report = z.object({
  type: z.enum(["email.bounced", "email.complained"]),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string(),
    bounce: z.object({ type: z.string(), message: z.string() }).optional(),
  }),
});

/**
 * Only a permanent bounce or a complaint has an effect, and only once: the address is suppressed.
 * @returns false when the report is not signed with our secret, or there is none
 */
export async function takeReport(body: string, headers: SignedHeaders): Promise<boolean> {
  const told = readWebhook(body, headers);
  if (told === undefined) return false;
  const parsed = report.safeParse(told);
  if (parsed.success) await suppress(parsed.data);
  return true;
}

async function suppress({ type, created_at: at, data }: z.output<typeof report>): Promise<void> {
  const isBounce = type === "email.bounced";
  if (isBounce && data.bounce?.type.toLowerCase() !== "permanent") return;
  // Uses the address of the mail we sent, not the one in the report.
  const delivery = await db().delivery.findFirst({
    where: { providerId: data.email_id }, // index deliveries_of_provider
    select: { to: true },
  });
  if (!delivery) return;
  const kind = isBounce ? "bounced" : "complained";
  const reason = data.bounce?.message.slice(0, 500) ?? writeReason("mail.reason.marked_as_spam");
  await db().$executeRaw`
    insert into suppressions (email, kind, reason, at)
    values (${delivery.to}, ${kind}::"SuppressionKind", ${reason}, ${at})
    on conflict (email) do update set kind = excluded.kind, reason = excluded.reason, at = excluded.at, "liftedAt" = null
    where suppressions."liftedAt" < excluded.at`;
  logInfo("an address gets no more mail", { kind });
}

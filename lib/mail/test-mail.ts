import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { isAdmin, type PersonActor } from "../actor";
import { db } from "../db";
import { senderOf } from "../desk-settings/sender";
import { env } from "../env";
import type { DeliveryState } from "../generated/enums";
import type { Said } from "../messages/said";
import { notFound } from "../refusal";
import type { DeskSettings } from "../settings";
import { deliver } from "./deliver";
import { readReason } from "./reason";

/** How mail leaves the desk, as its environment says, and what came of the last test. */
export type MailWay = {
  transport: "local" | "smtp" | "resend";
  /** The mail server's name; null where there is none to name. */
  server: string | null;
  from: string;
  test: { state: DeliveryState; at: string; reason: Said | null } | null;
};

/** @throws Refusal not_found for anybody but an admin */
export async function readMailWay(actor: PersonActor, settings: DeskSettings): Promise<MailWay> {
  if (!isAdmin(actor)) throw notFound();
  const { MAIL_TRANSPORT: transport, MAIL_FROM: from, SMTP_URL: address } = env();
  const test = await db().delivery.findFirst({
    where: { personId: actor.id, kind: "test_mail" },
    orderBy: { id: "desc" }, // index deliveries_of_person
    select: { state: true, createdAt: true, sentAt: true, reason: true },
  });
  return {
    transport,
    server: transport === "smtp" && address ? new URL(address).host : null,
    from: senderOf(from, settings),
    test: test && {
      state: test.state,
      at: (test.sentAt ?? test.createdAt).toISOString(),
      reason: test.reason === null ? null : readReason(test.reason),
    },
  };
}

/** Longer than a mail server may take to answer. */
const patience = { ms: 35_000, stepMs: 250 };

/** Sends the mail about an event at once, or waits for the worker that was faster: whoever asked is told what came of it. */
export async function sendAtOnce(eventId: bigint): Promise<void> {
  const find = () => db().delivery.findFirst({ where: { eventId }, select: { id: true, state: true } }); // index on (eventId, to, kind)
  const mail = await find();
  if (mail) await deliver(mail.id);
  for (let waited = 0; waited < patience.ms; waited += patience.stepMs) {
    if ((await find())?.state !== "sending") return;
    await pause(patience.stepMs);
  }
}

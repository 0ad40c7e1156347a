import "server-only";
import { type Actor, isAgent } from "../actor";
import { before, days, now } from "../clock";
import { db } from "../db";
import { notFound } from "../refusal";
import { takesReplies } from "../transport/replies";
import { mailsSeenBy } from "./seen";

/** `keptOut` counts the last week. Counts stop at a thousand. */
export type InboxFacts = { waiting: number; oldest: string | null; keptOut: number };

const maxCounted = 1_000;

/** Null on a desk without email replies. @throws Refusal not_found for customers */
export async function readInboxFacts(actor: Actor): Promise<InboxFacts | null> {
  if (actor.kind === "person" && !isAgent(actor)) throw notFound();
  if (!takesReplies()) return null;
  const seen = mailsSeenBy(actor);
  const held = { where: { AND: [{ state: "held" as const }, seen] }, select: { receivedAt: true } };
  const weekAgo = before(now(), days(7));
  const [rows, oldest, keptOut] = await Promise.all([
    db().inboundMail.findMany({ ...held, take: maxCounted }), // index inbound_mails_newest
    db().inboundMail.findFirst({ ...held, orderBy: [{ receivedAt: "asc" }, { id: "asc" }] }), // the same, backwards
    db().inboundMail.findMany({
      where: { AND: [{ state: "kept_out", receivedAt: { gt: weekAgo } }, seen] }, // the same
      select: { id: true },
      take: maxCounted,
    }),
  ]);
  return { waiting: rows.length, oldest: oldest?.receivedAt.toISOString() ?? null, keptOut: keptOut.length };
}

import "server-only";
import { type Actor, isAgent } from "../actor";
import { db } from "../db";
import { notFound } from "../errors";
import { takesReplies } from "../notifications/reply-address";

/** What waits for a decision: how many mails, counted up to a thousand, and since when. */
export type InboxFacts = { waiting: number; oldest: string | null };

const mostCounted = 1_000;

/**
 * How many mails wait for an agent; null on a desk that takes no replies by mail.
 * @throws Refusal not_found for customers
 */
export async function readInboxFacts(actor: Actor): Promise<InboxFacts | null> {
  if (actor.kind === "person" && !isAgent(actor)) throw notFound();
  if (!takesReplies()) return null;
  const held = { where: { state: "held" }, select: { receivedAt: true } } as const;
  const [rows, oldest] = await Promise.all([
    db().inboundMail.findMany({ ...held, take: mostCounted }), // index inbound_mails_newest
    db().inboundMail.findFirst({ ...held, orderBy: [{ receivedAt: "asc" }, { id: "asc" }] }), // the same, backwards
  ]);
  return { waiting: rows.length, oldest: oldest?.receivedAt.toISOString() ?? null };
}

import "server-only";
import { randomUUID } from "node:crypto";
import { later, minutes, now } from "../clock";
import { db, type Prisma } from "../db";
import { env } from "../env";
import { logInfo } from "../log";
import { failPoint } from "../process/fail-point";
import { MailError } from "../transport/error";
import { type Accepted, type Mail, sendMail } from "../transport/transport";
import { findHindrance, type Hindrance } from "./entitlement";
import { takeBackDigest } from "./gather";
import { followRate, pauseMail } from "./mail-rate";
import { nextTryAt, patienceMs } from "./retry";

/** Longer than any transport takes to answer; after that somebody else may take the mail in hand. */
const leaseMs = minutes(2);

/**
 * Makes one try at one delivery, if it is due and in nobody's hand. Rights are looked at once more: whoever may no
 * longer see the request, or has moved to another address, is not written to. Returns when to come back, if ever.
 */
export async function deliver(id: string, at = now()): Promise<Date | null> {
  const lease = await takeInHand(id, at);
  if (!lease) return null;
  const { eventId, kind, personId, requestId, headers, to, subject, html, text } = lease;
  if (lease.isDoubtful && lease.releasedAt === null && at.getTime() - lease.firstTryAt.getTime() > patienceMs)
    return finish(lease, { state: "held", reason: "It may have been sent before the desk stopped." });
  const isReleased = lease.releasedAt !== null;
  if (kind === "daily_digest" && personId && (await takeBackDigest(id, personId, at)))
    return finish(lease, {
      state: "dead",
      reason: "It told of what its reader may see no more; the rest is told anew.",
    });
  const hindrance = await findHindrance({ eventId, kind, personId, requestId, to, isReleased }, at);
  if (hindrance?.state === "held") return putAside(lease, hindrance);
  if (hindrance) return finish(lease, hindrance);
  try {
    failPoint("before_send");
    const accepted = await sendMail({ id, to, subject, html, text, headers: headers as Mail["headers"] });
    failPoint("after_send");
    return await markSent(lease, accepted);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return await putBack(lease, error, at);
  }
}

type Lease = {
  id: string;
  leaseId: string;
  eventId: bigint;
  kind: string;
  personId: string | null;
  requestId: string | null;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: unknown;
  isSecret: boolean;
  attempts: number;
  firstTryAt: Date;
  releasedAt: Date | null;
  /** Somebody had it in hand before and never said how it went. */
  isDoubtful: boolean;
};

type Held = Extract<Hindrance, { state: "held" }>;

async function takeInHand(id: string, at: Date): Promise<Lease | null> {
  const [lease] = await db().$queryRaw<Lease[]>`
    with due as (
      select id, state from deliveries
      where id = ${id}::uuid
        and ((state = 'pending' and "dueAt" <= ${at}) or (state = 'sending' and "leaseUntil" < ${at})
          or (state = 'held' and "heldUntil" <= ${at}))
      for no key update skip locked
    )
    update deliveries set
      state = 'sending', "heldUntil" = null, "leaseId" = ${randomUUID()}::uuid, "leaseUntil" = ${later(at, leaseMs)},
      attempts = attempts + 1, "firstTryAt" = coalesce("firstTryAt", ${at})
    from due where deliveries.id = due.id
    returning deliveries.id, "leaseId", "eventId", kind, "personId", "requestId", "to", subject, html, text, headers, "isSecret",
      attempts, "firstTryAt", "releasedAt", due.state = 'sending' as "isDoubtful"`;
  return lease ?? null;
}

/** Only whoever still holds the lease may say how it went; a worker that woke up too late says nothing. */
async function finish({ id, leaseId }: Lease, data: Prisma.DeliveryUpdateManyMutationInput): Promise<null> {
  await db().delivery.updateMany({
    where: { id, leaseId, state: "sending" },
    data: { leaseId: null, leaseUntil: null, ...data },
  });
  return null;
}

async function markSent(lease: Lease, { providerId, perSecond }: Accepted): Promise<null> {
  // The mailbox page is the only place where the local transport's mails can be read.
  const emptied = lease.isSecret && env().MAIL_TRANSPORT !== "local" ? { html: "", text: "" } : {};
  await finish(lease, { state: "sent", sentAt: now(), providerId, reason: null, ...emptied });
  failPoint("after_mark");
  if (perSecond) await followRate(perSecond);
  return null;
}

/** Nothing was sent, so this was no try. Returns when the mail is looked at again. */
async function putAside(lease: Lease, { reason, heldUntil }: Held): Promise<Date> {
  await finish(lease, {
    state: "held",
    reason,
    heldUntil,
    attempts: { decrement: 1 },
    ...(lease.attempts === 1 && { firstTryAt: null }),
  });
  return heldUntil;
}

async function putBack(lease: Lease, error: MailError, at: Date): Promise<Date | null> {
  const reason = error.message.slice(0, 500);
  if (error.verdict === "pause") {
    // Nothing was wrong with the mail, so this was no try of its own.
    const dueAt = later(at, error.waitMs);
    await pauseMail(dueAt, reason);
    logInfo("all mail waits", { until: dueAt.toISOString(), reason });
    await finish(lease, { state: "pending", dueAt, reason, attempts: { decrement: 1 } });
    return dueAt;
  }
  const dueAt = error.verdict === "later" ? nextTryAt(lease, at, error.waitMs, Math.random()) : null;
  if (!dueAt) {
    logInfo("a mail was given up", { delivery: lease.id, reason });
    return finish(lease, { state: "dead", reason });
  }
  logInfo("a mail waits", { delivery: lease.id, tries: lease.attempts, until: dueAt.toISOString(), reason });
  await finish(lease, { state: "pending", dueAt, reason });
  return dueAt;
}

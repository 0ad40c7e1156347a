import "server-only";
import { z } from "zod";
import { isAdmin, type PersonActor } from "../actor";
import { before, minutes } from "../clock";
import { db, type Prisma } from "../db";
import { senderOf } from "../desk-settings/sender";
import { env } from "../env";
import type { Said } from "../messages/said";
import { notFound } from "../refusal";
import { titlesOf } from "../rendering/titles";
import { readDeskSettings } from "../settings";
import { readReason } from "./reason";

export type OutboxMail = {
  id: string;
  to: string;
  subject: Said;
  kind: string;
  reason: Said;
  createdAt: string;
  attempts: number;
  /** False if a code or a link was removed when the mail was given up. */
  canRelease: boolean;
  /** When it is sent automatically; null if it waits for an admin, or for its next try. */
  heldUntil: string | null;
};
export type OutboxFacts = {
  transport: string;
  from: string;
  waiting: number;
  oldestWaiting: string | null;
  /** Mails waiting after a failed try, the next due first. */
  delayed: OutboxMail[];
  paused: { until: string; reason: Said } | null;
  /** The last 24 hours, oldest first; each begins at `at`. */
  sentPerHour: { at: string; count: number }[];
  held: OutboxMail[];
  dead: OutboxMail[];
  cancelled: OutboxMail[];
  suppressed: { email: string; kind: "bounced" | "complained"; reason: Said; at: string }[];
};

const most = 50;
const maxCounted = 1_000;

/** @throws Refusal not_found for anybody but an admin */
export async function readOutbox(actor: PersonActor, at: Date): Promise<OutboxFacts> {
  if (!isAdmin(actor)) throw notFound();
  return readOutboxFacts(at);
}

export async function readOutboxFacts(at: Date): Promise<OutboxFacts> {
  const [waiting, oldest, delayed, rate, hours, held, dead, cancelled, suppressed] = await Promise.all([
    db().delivery.findMany({
      where: { state: { in: ["pending", "sending"] } }, // index on (state, dueAt)
      take: maxCounted,
      select: { id: true },
    }),
    db().delivery.findFirst({
      where: { state: "pending" },
      orderBy: { dueAt: "asc" }, // index on (state, dueAt)
      select: { createdAt: true },
    }),
    listDelayed(),
    db().mailRate.findUnique({
      where: { transport: env().MAIL_TRANSPORT },
      select: { pausedUntil: true, reason: true },
    }),
    countPerHour(at),
    listIn("held"),
    listIn("dead"),
    listIn("cancelled"),
    db().suppression.findMany({
      where: { liftedAt: null },
      orderBy: { at: "desc" }, // index on (liftedAt, at)
      take: most,
      select: { email: true, kind: true, reason: true, at: true },
    }),
  ]);
  return {
    transport: env().MAIL_TRANSPORT,
    from: senderOf(env().MAIL_FROM, await readDeskSettings()),
    waiting: waiting.length,
    oldestWaiting: oldest?.createdAt.toISOString() ?? null,
    delayed,
    paused:
      rate?.pausedUntil && rate.pausedUntil > at
        ? { until: rate.pausedUntil.toISOString(), reason: readReason(rate.reason ?? "") }
        : null,
    sentPerHour: hours,
    held,
    dead,
    cancelled,
    suppressed: suppressed.map(row => ({ ...row, reason: readReason(row.reason), at: row.at.toISOString() })),
  };
}

const listIn = (state: "held" | "dead" | "cancelled") => list({ state }, "desc");
const listDelayed = () => list({ state: "pending", reason: { not: null } }, "asc");

async function list(where: Prisma.DeliveryWhereInput, dueAt: "asc" | "desc"): Promise<OutboxMail[]> {
  const rows = await db().delivery.findMany({
    where,
    orderBy: { dueAt }, // index on (state, dueAt)
    take: most,
    select: {
      ...{ id: true, to: true, subject: true, kind: true, requestId: true },
      ...{ reason: true, createdAt: true, attempts: true, heldUntil: true, state: true, isSecret: true },
    },
  });
  const titles = await titlesOf(rows);
  return rows.map(({ id, to, kind, reason, createdAt, attempts, heldUntil, state, isSecret }) => ({
    ...{ id, to, kind, attempts },
    subject: titles(id),
    reason: readReason(reason ?? ""),
    createdAt: createdAt.toISOString(),
    heldUntil: heldUntil?.toISOString() ?? null,
    canRelease: state === "held" || (state === "dead" && !isSecret),
  }));
}

const hourRow = z.object({ at: z.date(), count: z.number() });

async function countPerHour(at: Date): Promise<{ at: string; count: number }[]> {
  const since = before(at, minutes(23 * 60));
  const rows = await db().$queryRaw<unknown[]>`
    select hour as at, count("sentAt")::int as count
    from generate_series(date_trunc('hour', ${since}::timestamptz), ${at}::timestamptz, interval '1 hour') as hour
    left join deliveries on "sentAt" >= hour and "sentAt" < hour + interval '1 hour'
    group by hour order by hour`; // index deliveries_sent
  return z
    .array(hourRow)
    .parse(rows)
    .map(row => ({ at: row.at.toISOString(), count: row.count }));
}

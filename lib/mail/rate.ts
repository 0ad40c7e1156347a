import "server-only";
import { db, transaction } from "../db";
import { env } from "../env";

const usual = { local: 1_000, smtp: 20, resend: 2 } as const;

export type Bucket = { perSecond: number; tokens: number; filledAt: Date; pausedUntil: Date | null };

/** Returns the bucket after one mail asks to leave, and the milliseconds to wait; 0 means its token is taken. */
export function drawFrom(bucket: Bucket, at: Date): { waitMs: number; tokens: number } {
  const { perSecond, tokens, filledAt, pausedUntil } = bucket;
  const passed = Math.max(0, at.getTime() - filledAt.getTime()) / 1_000;
  const filled = Math.min(Math.max(perSecond, 1), tokens + passed * perSecond);
  if (pausedUntil && pausedUntil > at)
    return { waitMs: pausedUntil.getTime() - at.getTime(), tokens: filled };
  if (filled < 1) return { waitMs: Math.ceil(((1 - filled) / perSecond) * 1_000), tokens: filled };
  return { waitMs: 0, tokens: filled - 1 };
}

/** Shared by all workers. Returns the milliseconds to wait first, or 0. */
export function takePlace(at: Date): Promise<number> {
  const transport = env().MAIL_TRANSPORT;
  const start = env().MAIL_PER_SECOND ?? usual[transport];
  return transaction(async tx => {
    await tx.mailRate.createMany({
      data: [{ transport, perSecond: start, tokens: start, filledAt: at }],
      skipDuplicates: true,
    });
    await tx.$queryRaw`select transport from mail_rates where transport = ${transport} for no key update`;
    const row = await tx.mailRate.findUniqueOrThrow({
      where: { transport },
      select: { perSecond: true, tokens: true, filledAt: true, pausedUntil: true },
    });
    // Only Resend reports its limit; for the others the settings apply from the next mail on.
    const perSecond = transport === "resend" && !env().MAIL_PER_SECOND ? row.perSecond : start;
    const { waitMs, tokens } = drawFrom({ ...row, perSecond }, at);
    const filledAt = at > row.filledAt ? at : row.filledAt;
    await tx.mailRate.updateMany({ where: { transport }, data: { perSecond, tokens, filledAt } });
    return waitMs;
  });
}

export async function pauseMail(until: Date, reason: string): Promise<void> {
  await db().mailRate.updateMany({
    where: { transport: env().MAIL_TRANSPORT },
    data: { pausedUntil: until, reason: reason.slice(0, 500) },
  });
}

export async function followRate(perSecond: number): Promise<void> {
  await db().mailRate.updateMany({
    where: { transport: env().MAIL_TRANSPORT, perSecond: { not: perSecond } },
    data: { perSecond },
  });
}

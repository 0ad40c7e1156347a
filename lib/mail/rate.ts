import "server-only";
import { db } from "../db";
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

const bucketColumns = { perSecond: true, tokens: true, filledAt: true, pausedUntil: true } as const;

/** Shared by all workers, without a lock: who lost the race for a token asks again. Returns the milliseconds to wait first, or 0. */
export async function takePlace(at: Date): Promise<number> {
  const transport = env().MAIL_TRANSPORT;
  for (;;) {
    const bucket = await readBucket(transport, at);
    const { waitMs, tokens } = drawFrom(bucket, at);
    if (waitMs > 0) return waitMs;
    const { count } = await db().mailRate.updateMany({
      where: { transport, tokens: bucket.tokens, filledAt: bucket.filledAt, pausedUntil: bucket.pausedUntil },
      data: { perSecond: bucket.perSecond, tokens, filledAt: at > bucket.filledAt ? at : bucket.filledAt },
    });
    if (count === 1) return 0;
  }
}

async function readBucket(transport: keyof typeof usual, at: Date): Promise<Bucket> {
  const start = env().MAIL_PER_SECOND ?? usual[transport];
  const where = { transport };
  const known = await db().mailRate.findUnique({ where, select: bucketColumns });
  // An upsert would fail for all but one of the first mails, which leave at the same time.
  if (!known)
    await db().mailRate.createMany({
      data: { transport, perSecond: start, tokens: start, filledAt: at },
      skipDuplicates: true,
    });
  const row = known ?? (await db().mailRate.findUniqueOrThrow({ where, select: bucketColumns }));
  // Only Resend reports its limit; for the others the settings apply from the next mail on.
  return transport === "resend" && !env().MAIL_PER_SECOND ? row : { ...row, perSecond: start };
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

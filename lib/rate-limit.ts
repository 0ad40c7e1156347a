import "server-only";
import type { QueryConfig } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sign } from "./crypto";
import { ask, db } from "./db";
import { env } from "./env";
import { type LimitName, limits, waitAfter } from "./limits";
import { refuse } from "./refusal";

type Window = { name: string; most: number; seconds: number };

/** Without the library's names of statements: a pooler might run them in another session. */
const storeClient = { query: ({ text, values }: QueryConfig) => ask({ text, values }) };

/**
 * Counts in the database, to hold across restarts and servers, but outside the caller's transaction, so that refused
 * attempts count. The nightly sweep removes expired rows, not the library.
 */
function limiterOf({ name, most, seconds }: Window): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points: most,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

export const mostOf = (name: LimitName): number => limits[name].most(env());

const windowOf = (name: LimitName): Window => ({
  name,
  most: mostOf(name),
  seconds: limits[name].seconds,
});

/** Stores keyed digests, because plain hashes of all IPv4 addresses can be enumerated. */
const keyOf = (who: string) => sign("limit", who);

async function consume(window: Window, key: string, points = 1): Promise<number> {
  try {
    await limiterOf(window).consume(key, points);
    return 0;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return secondsOf(error);
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000));

/** Spends `points` of a limit. @throws Refusal too_many with the wait; attempts during the wait do not extend it */
export async function spend(name: LimitName, who: string, points = 1): Promise<void> {
  const seconds = await trySpending(name, who, points);
  if (seconds > 0) throw refuse("limit.reached", { seconds });
}

/** Returns the seconds to wait, or 0 if allowed. */
export async function trySpending(name: LimitName, who: string, points = 1): Promise<number> {
  const limit = limits[name];
  const key = keyOf(who);
  if (!("waits" in limit)) return consume(windowOf(name), key, points);
  const pause = { name: `${name}Wait`, most: 1, seconds: 1 };
  // Check the pause first: a flood then costs one read, and does not extend the wait.
  const waiting = await limiterOf(pause).get(key);
  if (waiting) return secondsOf(waiting);
  const limiter = limiterOf(windowOf(name));
  const { consumedPoints } = await limiter.penalty(key, points);
  const over = consumedPoints - limiter.points;
  if (over <= 0) return 0;
  const wait = await consume({ ...pause, seconds: waitAfter(limit.waits, over) }, key);
  if (wait > 0) await limiter.reward(key, points);
  return wait;
}

/** The seconds to wait, or 0, without spending. */
export async function waitOf(name: LimitName, who: string): Promise<number> {
  const limiter = limiterOf(windowOf(name));
  const spent = await limiter.get(keyOf(who));
  return spent && spent.consumedPoints >= limiter.points ? secondsOf(spent) : 0;
}

/** Refunds an attempt that turned out to be legitimate. */
export async function giveBack(name: LimitName, who: string): Promise<void> {
  const limiter = limiterOf(windowOf(name));
  const key = keyOf(who);
  const spent = await limiter.get(key);
  if (spent && spent.consumedPoints > 0) await limiter.reward(key);
}

export async function forget(name: LimitName, who: string): Promise<void> {
  const key = keyOf(who);
  await limiterOf(windowOf(name)).delete(key);
  if ("waits" in limits[name]) await limiterOf({ name: `${name}Wait`, most: 1, seconds: 1 }).delete(key);
}

export async function sweepLimits(at: Date): Promise<void> {
  await db().rateLimit.deleteMany({ where: { expire: { lt: at.getTime() } } }); // index on expire
}

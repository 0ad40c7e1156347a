import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { sign } from "./crypto";
import { db } from "./db";
import { env } from "./env";
import { type LimitName, limits, waitAfter } from "./limits";
import { refuse } from "./refusal";

type Window = { name: string; most: number; seconds: number };

/**
 * Counts are kept in the database so that they hold over restarts and several servers, and are written outside of the
 * caller's transaction so that what is refused still counts. The nightly sweep removes what has expired, so the library's
 * own timer is off.
 */
function limiterOf({ name, most, seconds }: Window): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: "rateLimit",
    keyPrefix: name,
    points: most,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

const windowOf = (name: LimitName): Window => ({
  name,
  most: limits[name].most(env()),
  seconds: limits[name].seconds,
});

/** Addresses and networks are kept as keyed digests, because all networks there are can be tried through. */
const keyOf = (who: string) => sign("limit", who);

/** Answers with the seconds to wait, or 0 when it was let through. */
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

/**
 * Spends one of what a limit allows for somebody or something, or `points` of it at once.
 * @throws Refusal too_many with the wait; knocking while one has to wait makes no wait longer
 */
export async function spend(name: LimitName, who: string, points = 1): Promise<void> {
  const seconds = await trySpending(name, who, points);
  if (seconds > 0) throw refuse("limit.reached", { seconds });
}

/** The same, answering with the seconds to wait, or 0 when it was let through. */
export async function trySpending(name: LimitName, who: string, points = 1): Promise<number> {
  const limit = limits[name];
  const key = keyOf(who);
  if (!("waits" in limit)) return consume(windowOf(name), key, points);
  const pause = { name: `${name}Wait`, most: 1, seconds: 1 };
  // Looked at first: a flood that has to wait anyway then costs one look, and makes nobody's wait longer.
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

/** Whether a limit is used up, without spending; the seconds to wait, or 0. */
export async function waitOf(name: LimitName, who: string): Promise<number> {
  const limiter = limiterOf(windowOf(name));
  const spent = await limiter.get(keyOf(who));
  return spent && spent.consumedPoints >= limiter.points ? secondsOf(spent) : 0;
}

/** Gives back what was spent on something that turned out well. */
export async function giveBack(name: LimitName, who: string): Promise<void> {
  const limiter = limiterOf(windowOf(name));
  const key = keyOf(who);
  const spent = await limiter.get(key);
  if (spent && spent.consumedPoints > 0) await limiter.reward(key);
}

/** Starts the count of somebody again. */
export async function forget(name: LimitName, who: string): Promise<void> {
  const key = keyOf(who);
  await limiterOf(windowOf(name)).delete(key);
  if ("waits" in limits[name]) await limiterOf({ name: `${name}Wait`, most: 1, seconds: 1 }).delete(key);
}

/** Removes the counts whose window is over. */
export async function sweepLimits(at: Date): Promise<void> {
  await db().rateLimit.deleteMany({ where: { expire: { lt: at } } }); // index on expire
}

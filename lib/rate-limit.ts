import "server-only";
import { minutes } from "./clock";
import { db } from "./db";
import { Refusal } from "./errors";

/**
 * Counts a try under `key` and refuses once there were more than `most` in the window.
 * Kept in the database so that it holds over restarts and several servers, and outside of
 * the caller's transaction so that a refused try still counts. What is done `weight` times at once counts as much.
 * @throws Refusal too_many, naming the wait in minutes
 */
export async function countTry(
  key: string,
  most: number,
  windowMinutes: number,
  at: Date,
  weight = 1,
): Promise<void> {
  const oldest = new Date(at.getTime() - minutes(windowMinutes));
  const rows = await db().$queryRaw<{ count: number; startsAt: Date }[]>`
    insert into rate_limits (key, count, "startsAt") values (${key}, ${weight}, ${at})
    on conflict (key) do update set
      count = case when rate_limits."startsAt" < ${oldest} then ${weight} else rate_limits.count + ${weight} end,
      "startsAt" = case when rate_limits."startsAt" < ${oldest} then ${at} else rate_limits."startsAt" end
    returning count, "startsAt"`;
  const row = rows[0];
  if (!row || row.count <= most) return;
  const waitMs = row.startsAt.getTime() + minutes(windowMinutes) - at.getTime();
  const wait = Math.max(1, Math.ceil(waitMs / minutes(1)));
  throw new Refusal(
    "too_many",
    `Too many tries. Please wait ${wait} ${wait === 1 ? "minute" : "minutes"} and try again.`,
  );
}

export async function forgetTries(key: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key } });
}

import { minutes } from "../clock";

/** Pauses between the tries of one mail, in minutes. The last try comes after thirteen to twenty hours. */
const pauses = [0.1, 0.5, 2, 10, 30, 60, 180, 300, 400];

/**
 * How long nothing is sent again by itself. The provider remembers a key for 24 hours; after that, asking again about
 * a mail whose fate is unknown could send it twice.
 */
export const patienceMs = minutes(20 * 60);

/**
 * When to try again after this many tries, or null when it is time to give up. Spread by up to a fifth, so that what
 * failed together does not come back together.
 * @param waitMs what the mail server asked for
 * @param chance from 0 to 1
 */
export function nextTryAt(
  { attempts, firstTryAt }: { attempts: number; firstTryAt: Date },
  at: Date,
  waitMs: number,
  chance: number,
): Date | null {
  const pause = pauses[attempts - 1];
  if (pause === undefined) return null;
  const spread = minutes(pause) * (0.8 + 0.4 * chance);
  const next = new Date(at.getTime() + Math.max(spread, waitMs));
  return next.getTime() - firstTryAt.getTime() > patienceMs ? null : next;
}

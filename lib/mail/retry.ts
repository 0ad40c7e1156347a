import { minutes } from "../clock";

/** Minutes between the tries of one mail; the last try comes after thirteen to twenty hours. */
const pauses = [0.1, 0.5, 2, 10, 30, 60, 180, 300, 400];

/** The provider remembers a key for 24 hours; a later retry of a mail whose fate is unknown could send it twice. */
export const patienceMs = minutes(20 * 60);

/**
 * Null to give up. Spread by up to a fifth, so that mails that failed together do not retry together.
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

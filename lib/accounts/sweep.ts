import "server-only";
import { before, days } from "../clock";
import { db } from "../db";

/** Removes sessions, sign-ups and links a day after they have expired. */
export async function sweepAccounts(at: Date): Promise<void> {
  const where = { expiresAt: { lt: before(at, days(1)) } };
  await db().signUp.deleteMany({ where });
  await db().passwordLink.deleteMany({ where });
  await db().logInLink.deleteMany({ where });
  await db().emailChange.deleteMany({ where });
  await db().session.deleteMany({ where });
}

import "server-only";
import { before, days } from "../clock";
import { db } from "../db";

export async function sweepAccounts(at: Date): Promise<void> {
  const where = { expiresAt: { lt: before(at, days(1)) } };
  await db().signUp.deleteMany({ where });
  await db().passwordLink.deleteMany({ where });
  await db().logInLink.deleteMany({ where });
  await db().emailChange.deleteMany({ where });
  await db().session.deleteMany({ where });
}

import "server-only";
import type { PersonActor } from "../actor";
import { verifyPassword } from "../crypto";
import { db } from "../db";
import type { Act } from "../events/act";
import { forget, spend } from "../rate-limit";
import { refuse } from "../refusal";
import { lockOwnAccount } from "./account";

/**
 * Checks that whoever acts knows their password: it returns the hash it fits, or null when it does not. Slow on
 * purpose, so it stays outside of any transaction, and counted, so that an open browser lets nobody guess.
 * @throws Refusal too_many (ten tries in a quarter of an hour)
 */
export async function checkOwnPassword(actor: PersonActor, password: string): Promise<string | null> {
  await spend("ownPassword", actor.id);
  const person = await db().person.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  const stored = person?.passwordHash ?? null;
  if (!(await verifyPassword(stored, password, "known"))) return null;
  await forget("ownPassword", actor.id);
  return stored;
}

/**
 * The actor's own account, held until the action is over, as long as its password is still the one that was proven.
 * @throws Refusal forbidden (suspended), conflict (the password was changed meanwhile)
 */
export async function lockAccountIfPasswordIs(act: Act, provenHash: string) {
  const account = await lockOwnAccount(act);
  if (account.passwordHash !== provenHash) throw refuse("password.changed", {}, { field: "currentPassword" });
  return account;
}

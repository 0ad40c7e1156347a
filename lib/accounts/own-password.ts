import "server-only";
import type { PersonActor } from "../actor";
import { verifyPassword } from "../crypto";
import { db } from "../db";
import type { Act } from "../events/act";
import { forget, spend } from "../rate-limit";
import { refuse } from "../refusal";
import { lockOwnAccount } from "./account";

/** Returns the matching hash or null. Counted, so that nobody can guess in an open browser. @throws Refusal too_many */
export async function checkOwnPassword(actor: PersonActor, password: string): Promise<string | null> {
  await spend("ownPassword", actor.id);
  const person = await db().person.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  const stored = person?.passwordHash ?? null;
  if (!(await verifyPassword(stored, password, "known"))) return null;
  await forget("ownPassword", actor.id);
  return stored;
}

/** Locks the account. @throws Refusal forbidden (suspended), conflict (password changed since it was proven) */
export async function lockAccountIfPasswordIs(act: Act, provenHash: string) {
  const account = await lockOwnAccount(act);
  if (account.passwordHash !== provenHash) throw refuse("password.changed", {}, { field: "currentPassword" });
  return account;
}

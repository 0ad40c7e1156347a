import "server-only";
import { actorColumns, type PersonActor, personOf } from "../actor";
import { later, minutes, now } from "../clock";
import { digest, newToken } from "../crypto";
import { db, isDuplicate } from "../db";
import { type Act, byPerson, record, recordChanges } from "../events/act";
import { spend } from "../rate-limit";
import { refuse } from "../refusal";
import { readDeskSettings } from "../settings";
import { lockOwnAccount } from "./account";
import type { EmailChangeInput } from "./input";
import { endSignUps, holdSignUps, revokeLinks } from "./links";
import { checkOwnPassword, lockAccountIfPasswordIs } from "./own-password";
import { leaveWish } from "./wishes";

export const emailChangeMinutes = 30;

const gone = () => refuse("link.of_settings_gone");

/** Returns the proof for `askForEmailChange`. @throws Refusal invalid (wrong password), too_many (five an hour) */
export async function prepareEmailChange(
  actor: PersonActor,
  { email, currentPassword }: EmailChangeInput,
): Promise<string> {
  const provenHash = await checkOwnPassword(actor, currentPassword);
  if (provenHash === null) throw refuse("password.wrong", {}, { field: "currentPassword" });
  await spend("emailChange", actor.id);
  await spend("emailChangeTo", email);
  return provenHash;
}

/**
 * Queues a mail with a confirmation link. If the address has an account, the mail says so and the answer is the same.
 * @throws Refusal invalid (own address), forbidden (suspended), conflict (password changed since it was checked)
 */
export async function askForEmailChange(act: Act, email: string, provenHash: string): Promise<void> {
  const account = await lockAccountIfPasswordIs(act, provenHash);
  if (email === account.email) throw refuse("address.same", {}, { field: "email" });
  const { id } = await act.tx.emailChange.create({
    data: { personId: account.id, email, ...validity(act.at), createdAt: act.at },
    select: { id: true },
  });
  await leaveWish(act.tx, { emailChange: id });
}

export async function askerOf(changeId: string): Promise<PersonActor | null> {
  const change = await db().emailChange.findFirst({
    where: { id: changeId, usedAt: null, person: { suspendedAt: null } },
    select: { person: { select: actorColumns } },
  });
  return change && personOf(change.person, await readDeskSettings());
}

/** Mails a link, or that the address has an account. */
export async function mailEmailChange(act: Act, changeId: string): Promise<void> {
  const { actor, tx } = byPerson(act);
  const token = newToken();
  const { count } = await tx.emailChange.updateMany({
    where: { id: changeId, personId: actor.id, tokenHash: null, usedAt: null },
    data: { ...validity(act.at), tokenHash: digest(token) },
  });
  // Already mailed by a worker that died before reporting it, or ended since.
  if (count === 0) return;
  const { email } = await tx.emailChange.findUniqueOrThrow({
    where: { id: changeId },
    select: { email: true },
  });
  const isTaken = await tx.person.findUnique({ where: { email }, select: { id: true } });
  await record(act, "email_change_asked", { changeId }, { personId: actor.id }, isTaken ? {} : { token });
}

const validity = (at: Date) => ({ expiresAt: later(at, minutes(emailChangeMinutes)) });

export async function readAwaitedEmail({ id }: PersonActor, at = now()): Promise<string | null> {
  const change = await db().emailChange.findFirst({
    where: { personId: id, usedAt: null, expiresAt: { gt: at } }, // index on personId
    orderBy: { createdAt: "desc" },
    select: { email: true },
  });
  return change?.email ?? null;
}

export async function readEmailChange(actor: PersonActor, token: string): Promise<string | null> {
  const change = await db().emailChange.findFirst({
    where: open(actor, token, now()),
    select: { email: true },
  });
  return change?.email ?? null;
}

/**
 * Requires the logged-in person as well: the link proves the mailbox, the session the person.
 * @throws Refusal invalid (used, older than 30 minutes, another person's), conflict (address taken since)
 */
export async function confirmEmailChange(act: Act, token: string): Promise<void> {
  const { actor, tx } = byPerson(act);
  const account = await lockOwnAccount(act);
  const change = await tx.emailChange.findFirst({
    where: open(actor, token, act.at),
    select: { id: true, email: true },
  });
  if (!change) throw gone();
  const { email } = change;
  await holdSignUps(act, email);
  const taken = () => refuse("address.taken");
  if (await tx.person.findUnique({ where: { email }, select: { id: true } })) throw taken();
  await tx.person
    .update({ where: { id: account.id }, data: { email }, select: { id: true } })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? taken() : error;
    });
  // Links mailed to the old address must no longer open the account.
  await revokeLinks(act, account.id);
  await endSignUps(act, email);
  await recordChanges(
    act,
    "email_changed",
    [{ key: "email", before: account.email, after: email }],
    {
      personId: account.id,
    },
    {},
  );
}

const open = ({ id }: PersonActor, token: string, at: Date) => ({
  personId: id,
  tokenHash: digest(token),
  usedAt: null,
  expiresAt: { gt: at },
});

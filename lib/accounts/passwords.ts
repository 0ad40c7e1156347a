import "server-only";
import { later, minutes, now } from "../clock";
import { digest, newToken } from "../crypto";
import { db } from "../db";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { endSignUps, holdSignUps, revokeLinks } from "./links";
import { countNewPassword } from "./log-in-limits";
import { hashNewPassword } from "./new-password";
import { endSession, endSessionsOf } from "./sessions";
import { leaveWish } from "./wishes";

export const linkMinutes = 30;

const gone = () => refuse("link.gone");

/** Looks up no account, so neither the answer nor its time reveals one. `next` is the path to go on to. */
export async function askForPasswordLink(act: Act, email: string, next = "/"): Promise<void> {
  await leaveWish(act.tx, { passwordLink: email, next });
}

/** Earlier links stay valid. */
export async function mailPasswordLink(act: Act, email: string, next: string): Promise<void> {
  const person = await act.tx.person.findFirst({ where: { email, suspendedAt: null }, select: { id: true } });
  if (!person) return;
  const token = await makePasswordLink(act, person.id, { next });
  await record(act, "password_link_asked", {}, { personId: person.id }, { token });
}

/** Returns the token. A stranger can ask for one, so it ends no other link. */
export async function makePasswordLink(
  act: Act,
  personId: string,
  { validMinutes = linkMinutes, next = "/" } = {},
): Promise<string> {
  const token = newToken();
  await act.tx.passwordLink.create({
    data: {
      personId,
      tokenHash: digest(token),
      expiresAt: later(act.at, minutes(validMinutes)),
      createdAt: act.at,
      next,
    },
    select: { id: true },
  });
  return token;
}

export type LinkOwner = { name: string; email: string };

export async function readPasswordLink(token: string, at = now()): Promise<LinkOwner | null> {
  const link = await db().passwordLink.findFirst({
    where: open(token, at),
    select: { person: { select: { name: true, email: true } } },
  });
  return link?.person ?? null;
}

export type PreparedLink = { token: string; passwordHash: string };

/** Hashes only for a valid link. @throws Refusal invalid (used, too old, unknown; password too weak), too_many */
export async function prepareNewPassword(
  { token, password }: { token: string; password: string },
  at = now(),
  network = "unknown",
): Promise<PreparedLink> {
  const owner = await readPasswordLink(token, at);
  if (!owner) throw gone();
  await countNewPassword(network);
  return { token, passwordHash: await hashNewPassword(password, [owner.name, owner.email]) };
}

/**
 * Also ends the person's sessions and other links, and this browser's session, even if it belongs to another person.
 * Returns the path they were on the way to. @throws Refusal invalid (link used, too old or unknown)
 */
export async function setPassword(
  act: Act,
  { token, passwordHash }: PreparedLink,
  formerSessionId: string | null = null,
): Promise<string> {
  const link = await act.tx.passwordLink.findFirst({
    where: open(token, act.at),
    select: { id: true, personId: true, next: true, person: { select: { email: true } } },
  });
  if (!link) throw gone();
  const { personId: id } = link;
  // Locks the row, so that of two links at once only one is used.
  await act.tx.$queryRaw`select id from people where id = ${id}::uuid for no key update`;
  const { count } = await act.tx.passwordLink.updateMany({
    where: { id: link.id, usedAt: null },
    data: { usedAt: act.at },
  });
  if (count === 0) throw gone();
  await act.tx.person.update({
    where: { id },
    data: { passwordHash, awaitsSignUp: false },
    select: { id: true },
  });
  await revokeLinks(act, id);
  await holdSignUps(act, link.person.email);
  await endSignUps(act, link.person.email);
  await endSessionsOf(act, id);
  if (formerSessionId) await endSession(act, formerSessionId);
  await record(act, "password_set", {}, { personId: id });
  return link.next;
}

const open = (token: string, at: Date) => ({
  tokenHash: digest(token),
  usedAt: null,
  expiresAt: { gt: at },
  person: { suspendedAt: null },
});

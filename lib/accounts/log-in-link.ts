import "server-only";
import { later, minutes, now } from "../clock";
import { digest, newToken } from "../crypto";
import { db } from "../db";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { openSession } from "./sessions";
import { leaveWish } from "./wishes";

export const logInLinkMinutes = 20;

/** Looks up no account, so neither the answer nor its time reveals one. `next` is the path to go on to. */
export async function askForLogInLink(act: Act, email: string, next = "/"): Promise<void> {
  await leaveWish(act.tx, { logInLink: email, next });
}

/** Earlier links stay valid. */
export async function mailLogInLink(act: Act, email: string, next: string): Promise<void> {
  const person = await act.tx.person.findFirst({
    where: { email, suspendedAt: null, awaitsSignUp: false },
    select: { id: true },
  });
  if (!person) return;
  const token = newToken();
  await act.tx.logInLink.create({
    data: {
      personId: person.id,
      tokenHash: digest(token),
      expiresAt: later(act.at, minutes(logInLinkMinutes)),
      createdAt: act.at,
      next,
    },
    select: { id: true },
  });
  await record(act, "log_in_link_asked", {}, { personId: person.id }, { token });
}

const isOpen = (token: string, at: Date) => ({
  tokenHash: digest(token),
  usedAt: null,
  expiresAt: { gt: at },
  person: { suspendedAt: null },
});

export async function readLogInLink(token: string, at = now()): Promise<{ email: string } | null> {
  const link = await db().logInLink.findFirst({
    where: isOpen(token, at),
    select: { person: { select: { email: true } } },
  });
  return link?.person ?? null;
}

/** Ends the person's other log-in links. @throws Refusal invalid (used, expired, unknown, or its owner suspended) */
export async function logInByLink(
  act: Act,
  token: string,
  formerSessionId: string | null = null,
): Promise<{ sessionId: string; next: string }> {
  const gone = () => refuse("link.gone");
  const link = await act.tx.logInLink.findFirst({
    where: isOpen(token, act.at),
    select: { id: true, personId: true, next: true },
  });
  if (!link) throw gone();
  // Locks the row: each use ends the person's other links, so two at once would deadlock.
  await act.tx.$queryRaw`select id from people where id = ${link.personId}::uuid for no key update`;
  const { count } = await act.tx.logInLink.updateMany({
    where: { id: link.id, usedAt: null },
    data: { usedAt: act.at },
  });
  if (count === 0) throw gone();
  await act.tx.logInLink.updateMany({
    where: { personId: link.personId, usedAt: null },
    data: { usedAt: act.at },
  });
  await record(act, "logged_in_by_link", {}, { personId: link.personId });
  return { sessionId: await openSession(act, link.personId, formerSessionId), next: link.next };
}

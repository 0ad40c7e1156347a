import "server-only";
import { later, minutes, now } from "../clock";
import { digest, newToken } from "../crypto";
import { db } from "../db";
import { type Act, record } from "../events/act";
import { refuse } from "../refusal";
import { openSession } from "./sessions";
import { leaveWish } from "./wishes";

export const logInLinkMinutes = 20;

/**
 * Has a link mailed that logs in, if the address has an account; looks at nothing, so it tells nothing. The link
 * leads on to the path `next`.
 */
export async function askForLogInLink(act: Act, email: string, next = "/"): Promise<void> {
  await leaveWish(act.tx, { logInLink: email, next });
}

/** Mails the link that somebody asked for, unless the address is nobody's. Earlier links stay good. */
export async function mailLogInLink(act: Act, email: string, next: string): Promise<void> {
  const person = await act.tx.person.findFirst({ where: { email, suspendedAt: null }, select: { id: true } });
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

/** Whose account the link opens; null when it opens none. */
export async function readLogInLink(token: string, at = now()): Promise<{ email: string } | null> {
  const link = await db().logInLink.findFirst({
    where: isOpen(token, at),
    select: { person: { select: { email: true } } },
  });
  return link?.person ?? null;
}

/**
 * Logs in through a one-time link; returns the session's id, and the path that its owner was on the way to. All other
 * links of this kind that the person was mailed end.
 * @throws Refusal invalid (used, older than twenty minutes, unknown, or its owner suspended)
 */
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
  // One at a time: each use ends the person's other links, so that two at once would wait for each other.
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

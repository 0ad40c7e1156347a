import "server-only";
import { later, minutes } from "../clock";
import { digest, hashPassword, newToken } from "../crypto";
import { env } from "../env";
import { Refusal } from "../errors";
import { type Act, record } from "../events/act";
import { endOpenLinks } from "./links";
import { passwordProblem } from "./password-check";
import { endSessionsOf } from "./sessions";

export const linkMinutes = 30;

/** Mails a link that sets a new password, if the address has an account; says nothing about whether it has. */
export async function askForPasswordLink(act: Act, email: string): Promise<void> {
  const person = await act.tx.person.findFirst({ where: { email, suspendedAt: null }, select: { id: true } });
  if (!person) return;
  const token = await makePasswordLink(act, person.id);
  await record(act, "password_link_asked", {}, { personId: person.id }, { token });
}

/** Returns the token of a new one-time link; older links of the person die. */
export async function makePasswordLink(
  act: Act,
  personId: string,
  validMinutes = linkMinutes,
): Promise<string> {
  // One wish at a time, so that of two at once only the later link lives.
  await act.tx.$queryRaw`select id from people where id = ${personId}::uuid for no key update`;
  await act.tx.passwordLink.updateMany({ where: { personId, usedAt: null }, data: { usedAt: act.at } });
  const token = newToken();
  await act.tx.passwordLink.create({
    data: {
      personId,
      tokenHash: digest(token),
      expiresAt: later(act.at, minutes(validMinutes)),
      createdAt: act.at,
    },
    select: { id: true },
  });
  return token;
}

/**
 * Sets a password through a one-time link and ends every session of the person.
 * @throws Refusal invalid (link used, too old or unknown; password too weak)
 */
export async function setPassword(act: Act, input: { token: string; password: string }): Promise<void> {
  const gone = () => new Refusal("invalid", "This link is no longer valid. Ask for a new one.");
  const link = await act.tx.passwordLink.findFirst({
    where: {
      tokenHash: digest(input.token),
      usedAt: null,
      expiresAt: { gt: act.at },
      person: { suspendedAt: null },
    },
    select: { id: true, personId: true, person: { select: { name: true, email: true } } },
  });
  if (!link) throw gone();
  const problem = await passwordProblem(input.password, [
    link.person.name,
    link.person.email,
    env().DESK_NAME,
  ]);
  if (problem) throw new Refusal("invalid", "Please choose another password.", { password: [problem] });
  const { count } = await act.tx.passwordLink.updateMany({
    where: { id: link.id, usedAt: null },
    data: { usedAt: act.at },
  });
  if (count === 0) throw gone();
  const passwordHash = await hashPassword(input.password);
  await act.tx.person.update({ where: { id: link.personId }, data: { passwordHash }, select: { id: true } });
  await endOpenLinks(act, link.personId);
  await endSessionsOf(act, link.personId);
  await record(act, "password_set", {}, { personId: link.personId });
}

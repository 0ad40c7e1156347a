import "server-only";
import type { Actor } from "../actor";
import { days, later } from "../clock";
import { digest, newToken } from "../crypto";
import { type Act, byPerson, record } from "../events/act";
import { mostOf, spend } from "../rate-limit";
import { type Message, message, Refusal, refuse } from "../refusal";
import { maxOnRequest } from "../requests/input";
import type { LoadedRequest } from "../requests/load";

export const invitationDays = 7;

/** Only abuse reaches this limit; long before it, mails are held for a day. */
export const maxInADay = () => mostOf("invite");

/** Call it outside of the transaction. @throws Refusal too_many */
export async function countInvitations(actor: Actor, count: number): Promise<void> {
  if (actor.kind === "system" || count === 0) return;
  await spend("invite", actor.id, count).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.seconds === undefined) throw error;
    const facts = { seconds: error.seconds, max: maxInADay() };
    throw refuse("sharing.day_full", facts, { field: "shareWith" });
  });
}

/** Looks up no account, so known and unknown addresses are treated alike. @throws Refusal invalid, with all problems */
export async function invite(act: Act, request: LoadedRequest, addresses: string[]): Promise<void> {
  const waiting = await act.tx.invitation.findMany({
    where: { requestId: request.id, acceptedAt: null, withdrawnAt: null }, // index on (requestId, email)
    orderBy: { createdAt: "asc" },
    select: { id: true, email: true, expiresAt: true },
  });
  const problems = [
    ...(await problemsOf(act, request, addresses)),
    ...waiting
      .filter(({ email, expiresAt }) => addresses.includes(email) && expiresAt > act.at)
      .map(({ email }) => message("sharing.invited", { email })),
  ];
  const expired = waiting.filter(({ expiresAt }) => expiresAt <= act.at);
  const fresh = addresses.filter(email => !expired.some(old => old.email === email));
  if (request.members.length + waiting.length + fresh.length > maxOnRequest)
    problems.push(message("sharing.full", { max: maxOnRequest }));
  if (problems.length > 0) throw refuse("sharing.nobody_invited", {}, { fields: { shareWith: problems } });
  for (const email of addresses)
    await send(act, request.id, email, expired.find(old => old.email === email)?.id);
}

/** Reveals only what the sharer knows: their own address, the requester, and the participants they see. */
async function problemsOf(act: Act, request: LoadedRequest, addresses: string[]): Promise<Message[]> {
  const { actor, tx } = byPerson(act);
  const taking = await tx.member.findMany({
    where: { requestId: request.id, person: { email: { in: addresses } } },
    select: { role: true, person: { select: { email: true } } },
  });
  // Participants may have changed their address since: mention only the invited one, which the sharer knows.
  const accepted = await tx.invitation.findMany({
    where: { requestId: request.id, email: { in: addresses }, acceptedAt: { not: null } },
    select: { email: true },
  });
  return addresses.flatMap(email => {
    if (email === actor.email) return [message("sharing.yourself", { email })];
    const member = taking.find(({ person }) => person.email === email);
    if (member?.role === "requester") return [message("sharing.requester", { email })];
    if (member && accepted.some(old => old.email === email))
      return [message("sharing.takes_part", { email })];
    return [];
  });
}

/** With `former`, sends that one again: its new token invalidates the old one. */
export async function send(act: Act, requestId: string, email: string, former?: string): Promise<void> {
  const { actor, tx, at } = byPerson(act);
  const token = newToken();
  const row = {
    invitedById: actor.id,
    tokenHash: digest(token),
    createdAt: at,
    expiresAt: later(at, days(invitationDays)),
  };
  const { id } = former
    ? await tx.invitation.update({ where: { id: former }, data: row, select: { id: true } })
    : await tx.invitation.create({ data: { ...row, requestId, email }, select: { id: true } });
  const data = { invitationId: id, ...(former && { again: true as const }) };
  await record(act, "invitation_sent", data, { requestId }, { token });
}

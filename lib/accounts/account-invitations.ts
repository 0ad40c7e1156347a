import "server-only";
import type { PersonActor, Role } from "../actor";
import { days, later } from "../clock";
import { digest, newToken } from "../crypto";
import { type Act, byPerson, record } from "../events/act";
import { spend } from "../rate-limit";
import { message, notFound, refuse } from "../refusal";
import { holdAdmins } from "./admins";

export const accountInvitationDays = 7;

type Wish = { emails: string[]; role: Role; language: string };

/** Call it outside of the transaction. @throws Refusal too_many */
export const countAccountInvitations = ({ id }: PersonActor, count: number): Promise<void> =>
  spend("inviteToDesk", id, count);

const waiting = { acceptedAt: null, withdrawnAt: null };

/**
 * Mails each a link with which its reader makes an account of that role. An invitation that has expired is sent again.
 * @throws Refusal not_found (no admin), invalid (with all addresses that have an account or are invited; nobody is then)
 */
export async function inviteToDesk(act: Act, { emails, role, language }: Wish): Promise<void> {
  await holdAdmins(act);
  const { tx, at, actor } = byPerson(act);
  const [owners, invited] = [
    await tx.person.findMany({
      where: { email: { in: emails }, awaitsSignUp: false },
      select: { email: true },
    }),
    await tx.accountInvitation.findMany({
      where: { email: { in: emails }, ...waiting }, // index account_invitations_waiting
      select: { id: true, email: true, expiresAt: true },
    }),
  ];
  const problems = [
    ...owners.map(({ email }) => message("account_invitation.has_account", { email })),
    ...invited
      .filter(({ expiresAt }) => expiresAt > at)
      .map(({ email }) => message("account_invitation.waiting", { email })),
  ];
  if (problems.length > 0)
    throw refuse("account_invitation.nobody_invited", {}, { fields: { emails: problems } });
  for (const email of emails) {
    const { row, token } = renewal(act);
    const former = invited.find(one => one.email === email);
    const data = { ...row, role, language, invitedById: actor.id };
    const { id } = former
      ? await tx.accountInvitation.update({ where: { id: former.id }, data, select: { id: true } })
      : await tx.accountInvitation.create({ data: { ...data, email, createdAt: at }, select: { id: true } });
    await recordSent(act, { id, role, token, again: former !== undefined });
  }
}

/** Earlier links lead nowhere from then on. @throws Refusal not_found, conflict (accepted or withdrawn since) */
export async function sendAccountInvitationAgain(act: Act, id: string): Promise<void> {
  await holdAdmins(act);
  const { row, token } = renewal(act);
  const { role } = await changeWaiting(act, id, { ...row, invitedById: byPerson(act).actor.id });
  await recordSent(act, { id, role, token, again: true });
}

/** @throws Refusal not_found, conflict (accepted or withdrawn since) */
export async function withdrawAccountInvitation(act: Act, id: string): Promise<void> {
  await holdAdmins(act);
  await changeWaiting(act, id, { withdrawnAt: act.at });
  await record(act, "account_invitation_withdrawn", { accountInvitationId: id }, {});
}

function renewal({ at }: Act) {
  const token = newToken();
  const expiresAt = later(at, days(accountInvitationDays));
  return { token, row: { tokenHash: digest(token), sentAt: at, expiresAt } };
}

type Change = { withdrawnAt: Date } | (ReturnType<typeof renewal>["row"] & { invitedById: string });

async function changeWaiting({ tx }: Act, id: string, data: Change): Promise<{ role: Role }> {
  const [changed] = await tx.accountInvitation.updateManyAndReturn({
    where: { id, ...waiting },
    data,
    select: { role: true },
  });
  if (changed) return changed;
  const known = await tx.accountInvitation.findUnique({ where: { id }, select: { id: true } });
  throw known ? refuse("account_invitation.decided") : notFound();
}

type Sent = { id: string; role: Role; token: string; again: boolean };

async function recordSent(act: Act, { id, role, token, again }: Sent): Promise<void> {
  const data = { accountInvitationId: id, role, ...(again && { again: true as const }) };
  await record(act, "account_invitation_sent", data, {}, { token });
}

import "server-only";
import type { PersonActor, Role } from "../actor";
import { pageOf } from "../cursor";
import { db } from "../db";
import { onlyAdmins } from "../only-admins";

export type Invited = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  sentAt: string;
  expiresAt: string;
  hasExpired: boolean;
  /** Somebody has made one with this address meanwhile. */
  hasAccount: boolean;
};

const pageSize = 50;

/** Who has not accepted yet, by address, behind one. @throws Refusal not_found for anybody who is no admin */
export async function listInvited(
  actor: PersonActor,
  at: Date,
  after = "",
): Promise<{ rows: Invited[]; next: string | null }> {
  onlyAdmins(actor);
  const found = await db().accountInvitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null, email: { gt: after } },
    orderBy: { email: "asc" }, // index account_invitations_waiting
    take: pageSize + 1,
    select: {
      ...{ id: true, email: true, role: true, sentAt: true, expiresAt: true },
      invitedBy: { select: { name: true } },
    },
  });
  const { page, next } = pageOf(found, pageSize, ({ email }) => email);
  const owners = await db().person.findMany({
    where: { email: { in: page.map(({ email }) => email) }, awaitsSignUp: false },
    select: { email: true },
  });
  const rows = page.map(({ invitedBy, sentAt, expiresAt, ...row }) => ({
    ...row,
    invitedBy: invitedBy.name,
    sentAt: sentAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    hasExpired: expiresAt <= at,
    hasAccount: owners.some(({ email }) => email === row.email),
  }));
  return { rows, next };
}

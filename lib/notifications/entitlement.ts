import "server-only";
import { actorColumns } from "../actor";
import { db } from "../db";
import { visibleTo } from "../requests/policy";
import { isStillOffered } from "../sharing/accept";
import { overCap } from "./caps";
import { invitationKind } from "./invitation-mail";
import { mailRule, securityKinds } from "./kinds";

export type Recipient = {
  eventId: bigint;
  kind: string;
  personId: string | null;
  requestId: string | null;
  to: string;
  isReleased: boolean;
};

/** What keeps a mail from leaving now: for good, or until then unless an admin releases it before. Null when nothing does. */
export type Hindrance =
  | { state: "dead" | "cancelled"; reason: string }
  | { state: "held"; reason: string; heldUntil: Date };

/** Looks once more, at the moment of sending, whether this mail may go to this address. */
export async function findHindrance(recipient: Recipient, at: Date): Promise<Hindrance | null> {
  if (!(await isEntitled(recipient, at)))
    return { state: "cancelled", reason: "The recipient may no longer see this." };
  if (await isMuted(recipient))
    return { state: "cancelled", reason: "The recipient has muted the request since." };
  if (await isSuppressed(recipient.to))
    return { state: "dead", reason: "Mails to this address came back, or were called spam by its owner." };
  // What concerns an account is counted where it is asked for.
  if (securityKinds.has(recipient.kind) || recipient.isReleased) return null;
  const over = await overCap(recipient, at);
  return over && { state: "held", reason: over.reason, heldUntil: over.until };
}

async function isEntitled({ eventId, kind, personId, requestId, to }: Recipient, at: Date): Promise<boolean> {
  if (kind === invitationKind) return isStillOffered(eventId, at);
  if (!personId) return true;
  const person = await db().person.findFirst({
    where: { id: personId, email: to, suspendedAt: null },
    select: actorColumns,
  });
  if (!person || !requestId) return person !== null;
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ id: requestId }, visibleTo({ kind: "person", ...person })] },
    select: { id: true },
  });
  return request !== null;
}

/** "Don't notify me" holds for what was written before it was switched on, too; the end is told all the same. */
async function isMuted({ kind, personId, requestId }: Recipient): Promise<boolean> {
  const { forMember, isEnd } = mailRule(kind);
  if (!forMember || isEnd || !personId || !requestId) return false;
  const member = await db().member.findUnique({
    where: { requestId_personId: { requestId, personId } },
    select: { mutedAt: true },
  });
  return Boolean(member?.mutedAt);
}

/** Whether nothing is sent to an address at present. */
export async function isSuppressed(email: string): Promise<boolean> {
  const row = await db().suppression.findFirst({ where: { email, liftedAt: null }, select: { email: true } });
  return row !== null;
}

import "server-only";
import { actorColumns, personOf } from "../actor";
import { db } from "../db";
import { mailRule, securityKinds } from "../rendering/kinds";
import { tellableTo } from "../requests/policy";
import { readDeskSettings } from "../settings";
import { isStillOffered } from "../sharing/accept";
import { overCap } from "./caps";
import { writeReason } from "./reason";

export type Recipient = {
  eventId: bigint;
  kind: string;
  personId: string | null;
  requestId: string | null;
  to: string;
  isReleased: boolean;
};

/** Each with a reason to be stored. */
export type Hindrance =
  | { state: "dead" | "cancelled"; reason: string }
  | { state: "held"; reason: string; heldUntil: Date };

export async function findHindrance(recipient: Recipient, at: Date): Promise<Hindrance | null> {
  if (!(await isEntitled(recipient, at))) return { state: "cancelled", reason: noLongerEntitled };
  if (await isMuted(recipient)) return { state: "cancelled", reason: writeReason("mail.reason.muted") };
  if (await isSuppressed(recipient.to))
    return { state: "dead", reason: writeReason("mail.reason.suppressed") };
  // Account mails are limited where they are requested.
  if (securityKinds.has(recipient.kind) || recipient.isReleased) return null;
  const over = await overCap(recipient, at);
  return over && { state: "held", reason: over.reason, heldUntil: over.until };
}

export const noLongerEntitled = writeReason("mail.reason.not_entitled");

export async function isEntitled(
  { eventId, kind, personId, requestId, to }: Omit<Recipient, "isReleased">,
  at: Date,
): Promise<boolean> {
  if (kind === "shared_with_you") return isStillOffered(eventId, at);
  if (!personId) return true;
  const person = await db().person.findFirst({
    where: { id: personId, email: to, suspendedAt: null },
    select: actorColumns,
  });
  if (!person || !requestId) return person !== null;
  const reader = personOf(person, await readDeskSettings());
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ id: requestId }, tellableTo(reader, requestId)] },
    select: { id: true },
  });
  return request !== null;
}

/** Muting also covers what was written before it; the end of a request is mailed regardless. */
async function isMuted({ kind, personId, requestId }: Recipient): Promise<boolean> {
  const { forMember, isEnd } = mailRule(kind);
  if (!forMember || isEnd || !personId || !requestId) return false;
  const member = await db().member.findUnique({
    where: { requestId_personId: { requestId, personId } },
    select: { mutedAt: true },
  });
  return Boolean(member?.mutedAt);
}

export async function isSuppressed(email: string): Promise<boolean> {
  const row = await db().suppression.findFirst({ where: { email, liftedAt: null }, select: { email: true } });
  return row !== null;
}

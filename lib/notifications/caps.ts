import "server-only";
import { days, later, minutes } from "../clock";
import { db, type Prisma } from "../db";
import { env } from "../env";
import { invitationKind } from "./invitation-mail";

type Counted = { eventId: bigint; kind: string; to: string; requestId: string | null };

/** Why one more mail would be a nuisance now, for an operator to read; null where it is none. */
export async function overCap(mail: Counted, at: Date): Promise<string | null> {
  const { to, requestId } = mail;
  const sentAt = { gt: later(at, -minutes(60)) };
  const { MAIL_CAP_PER_ADDRESS: perAddress, MAIL_CAP_PER_REQUEST: perRequest } = env();
  // index deliveries_to_address
  if (await areAtLeast(perAddress, { to, sentAt }))
    return `More than ${perAddress} mails to this address within an hour.`;
  // index deliveries_of_request
  if (requestId && (await areAtLeast(perRequest, { requestId, sentAt })))
    return `More than ${perRequest} mails about this request within an hour.`;
  return mail.kind === invitationKind ? overCapOfSender(mail.eventId, at) : null;
}

/** Invitations are the mails that a person can have sent to strangers. */
async function overCapOfSender(eventId: bigint, at: Date): Promise<string | null> {
  const { actorId } = await db().event.findUniqueOrThrow({
    where: { id: eventId },
    select: { actorId: true },
  });
  const perSender = env().MAIL_CAP_PER_SENDER;
  const sentAt = { gt: later(at, -days(1)) };
  // index deliveries_sent
  return (await areAtLeast(perSender, { kind: invitationKind, event: { actorId }, sentAt }))
    ? `More than ${perSender} invitations by one person within a day.`
    : null;
}

async function areAtLeast(count: number, where: Prisma.DeliveryWhereInput): Promise<boolean> {
  const rows = await db().delivery.findMany({ where, take: count, select: { id: true } });
  return rows.length >= count;
}

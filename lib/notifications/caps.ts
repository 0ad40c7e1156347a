import "server-only";
import { days, later, minutes } from "../clock";
import { db, type Prisma } from "../db";
import { env } from "../env";
import { invitationKind } from "./invitation-mail";

type Counted = { eventId: bigint; kind: string; to: string; requestId: string | null };

/** Why one more mail would be a nuisance now, for an operator to read; null where it is none. */
export async function overCap(mail: Counted, at: Date): Promise<string | null> {
  const anHourAgo = later(at, -minutes(60));
  const perAddress = env().MAIL_CAP_PER_ADDRESS;
  if (await areAtLeast(perAddress, { to: mail.to, sentAt: { gt: anHourAgo } }))
    // index deliveries_to_address
    return `More than ${perAddress} mails to this address within an hour.`;
  const { requestId } = mail;
  const perRequest = env().MAIL_CAP_PER_REQUEST;
  if (requestId && (await areAtLeast(perRequest, { requestId, sentAt: { gt: anHourAgo } })))
    // index deliveries_of_request
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
  return (await areAtLeast(perSender, { kind: invitationKind, event: { actorId }, sentAt })) // index deliveries_sent
    ? `More than ${perSender} invitations by one person within a day.`
    : null;
}

async function areAtLeast(count: number, where: Prisma.DeliveryWhereInput): Promise<boolean> {
  const rows = await db().delivery.findMany({ where, take: count, select: { id: true } });
  return rows.length >= count;
}

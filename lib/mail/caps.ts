import "server-only";
import { before, days, later, minutes } from "../clock";
import { db, type Prisma } from "../db";
import { env } from "../env";
import { securityKinds } from "../rendering/kinds";
import { writeReason } from "./reason";

type Counted = { eventId: bigint; kind: string; to: string; requestId: string | null };

export type OverCap = { reason: string; until: Date };

type Cap = { most: number; among: Prisma.DeliveryWhereInput; lastsMs: number; reason: string };

/**
 * Counts what one person (or the desk) caused, so that nobody uses up another's share; invitations, whose recipients
 * never asked for mail, are also capped over all senders.
 */
export async function overCap(mail: Counted, at: Date): Promise<OverCap | null> {
  for (const { most, among, lastsMs, reason } of capsOn(mail, await causeOf(mail.eventId))) {
    const first = await db().delivery.findFirst({
      where: {
        ...among,
        kind: among.kind ?? { notIn: [...securityKinds] },
        sentAt: { gt: before(at, lastsMs) },
      },
      orderBy: { sentAt: "desc" },
      skip: most - 1,
      select: { sentAt: true },
    });
    if (first?.sentAt) return { reason, until: later(first.sentAt, lastsMs + 1) };
  }
  return null;
}

async function causeOf(eventId: bigint): Promise<string | null> {
  const { actorId } = await db().event.findUniqueOrThrow({
    where: { id: eventId },
    select: { actorId: true },
  });
  return actorId;
}

function capsOn({ kind, to, requestId }: Counted, actorId: string | null): Cap[] {
  const { MAIL_CAP_PER_ADDRESS: perAddress, MAIL_CAP_PER_REQUEST: perRequest } = env();
  const perSender = env().MAIL_CAP_PER_SENDER;
  const bySame = { event: { actorId } };
  const hour = minutes(60);
  const caps: Cap[] = [
    // index deliveries_to_address
    {
      most: perAddress,
      among: { to, ...bySame },
      lastsMs: hour,
      reason: writeReason("mail.reason.over.to_address", { most: perAddress }),
    },
  ];
  if (requestId)
    // index deliveries_of_request
    caps.push({
      most: perRequest,
      among: { requestId, ...bySame },
      lastsMs: hour,
      reason: writeReason("mail.reason.over.about_request", { most: perRequest }),
    });
  if (kind === "shared_with_you")
    caps.push(
      // index deliveries_to_address
      {
        most: perAddress,
        among: { to, kind },
        lastsMs: hour,
        reason: writeReason("mail.reason.over.invitations_to_address", { most: perAddress }),
      },
      // index deliveries_sent
      {
        most: perSender,
        among: { kind, ...bySame },
        lastsMs: days(1),
        reason: writeReason("mail.reason.over.invitations_by_person", { most: perSender }),
      },
    );
  return caps;
}

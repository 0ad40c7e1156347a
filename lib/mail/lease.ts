import "server-only";
import { randomUUID } from "node:crypto";
import { later, minutes } from "../clock";
import { db, type Prisma } from "../db";
import type { Unrendered } from "../rendering/render";
import { writeReason } from "./reason";

/** Longer than any transport takes to answer; after that another worker may take the mail. */
const leaseMs = minutes(2);

export type Lease = Unrendered & {
  leaseId: string;
  isSecret: boolean;
  expiresAt: Date | null;
  edition: number;
  attempts: number;
  firstTryAt: Date;
  releasedAt: Date | null;
  isRendered: boolean;
  /** A previous holder never reported the result of sending. */
  isDoubtful: boolean;
};

/** Null unless the mail is due and not leased. */
export async function takeLease(id: string, at: Date): Promise<Lease | null> {
  const [lease] = await db().$queryRaw<Lease[]>`
    with due as (
      select id, state from deliveries
      where id = ${id}::uuid
        and ((state = 'pending' and "dueAt" <= ${at}) or (state = 'sending' and "leaseUntil" < ${at})
          or (state = 'held' and "heldUntil" <= ${at}))
      for no key update skip locked
    )
    update deliveries set
      state = 'sending', "heldUntil" = null, "leaseId" = ${randomUUID()}::uuid, "leaseUntil" = ${later(at, leaseMs)},
      attempts = attempts + 1, "firstTryAt" = coalesce("firstTryAt", ${at})
    from due where deliveries.id = due.id
    returning deliveries.id, "leaseId", "eventId", kind, "personId", "requestId", "to", facts, sealed, "isSecret",
      "expiresAt", edition, attempts, "firstTryAt", "releasedAt", "createdAt", subject is not null as "isRendered",
      due.state = 'sending' and subject is not null as "isDoubtful"`;
  return lease ?? null;
}

/** Only the holder of the lease may write; a worker whose lease expired changes nothing. */
export const heldBy = ({ id, leaseId }: Lease) => ({ id, leaseId, state: "sending" as const });

export async function finish(lease: Lease, data: Prisma.DeliveryUpdateManyMutationInput): Promise<null> {
  await db().delivery.updateMany({
    where: heldBy(lease),
    data: { leaseId: null, leaseUntil: null, ...data },
  });
  return null;
}

export const codeExpired = writeReason("mail.reason.code_expired");

/** Ends a mail that will not be sent, keeping its body only if an admin may send it later. */
export function end(lease: Lease, state: "cancelled" | "dead", reason: string): Promise<null> {
  const isEmptied = state === "cancelled" || lease.isSecret;
  return finish(lease, { ...{ state, reason, sealed: null }, ...(isEmptied && { html: "", text: "" }) });
}

export async function putAside(lease: Lease, reason: string, heldUntil: Date | null): Promise<Date | null> {
  await finish(lease, {
    ...{ state: "held", reason, heldUntil },
    attempts: { decrement: 1 },
    ...(lease.attempts === 1 && { firstTryAt: null }),
  });
  return heldUntil;
}

import "server-only";
import type { Prisma } from "../db";
import type { Act } from "../events/act";
import { notFound } from "../refusal";
import { deskVisibleTo, standingColumns, visibleTo } from "./policy";
import { numberOf } from "./reference";

/** Locks the request until the action ends. @throws Refusal not_found, the same for missing and forbidden */
export function loadRequest(act: Act, reference: string) {
  return load(act, reference, id => visibleTo(act.actor, id));
}

/** Without `visibleTo`: the caller must check after the lock what lets the actor in. @throws Refusal not_found */
export function loadRequestUnchecked(act: Act, reference: string) {
  return load(act, reference, () => ({}));
}

/** Whether the actor sees it as an agent, after what they have done. */
export async function isOnDeskOf({ tx, actor }: Act, reference: string): Promise<boolean> {
  const where = { AND: [{ number: numberOf(reference) ?? 0 }, deskVisibleTo(actor)] };
  return (await tx.serviceRequest.count({ where })) > 0;
}

async function load(
  { tx }: Act,
  reference: string,
  visible: (id: string) => Prisma.ServiceRequestWhereInput,
) {
  const number = numberOf(reference);
  if (number === null) throw notFound();
  // Locks the row: a second command on the same request waits for the first to commit and then reads its result.
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from requests where number = ${number} for no key update`;
  if (!locked) throw notFound();
  const request = await tx.serviceRequest.findFirst({
    where: { AND: [{ id: locked.id }, visible(locked.id)] },
    select: {
      id: true,
      number: true,
      ...standingColumns,
      requesterId: true,
      assigneeId: true,
      teamId: true,
      isOpen: true,
      lastActivityAt: true,
      edition: true,
      version: true,
      priority: true,
      isPriorityByHand: true,
      snoozedUntil: true,
    },
  });
  if (!request) throw notFound();
  return request;
}

export type LoadedRequest = Awaited<ReturnType<typeof loadRequest>>;

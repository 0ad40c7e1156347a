import type { Actor } from "../actor";
import type { Tx } from "../db";

export type Person = { id: string; email: string; suspendedAt: Date | null };
export type OnRequest = {
  requester: Person;
  members: { mutedAt: Date | null; person: Person }[];
  assignee: Person | null;
};

const person = { select: { id: true, email: true, suspendedAt: true } } as const;

export function readPeopleOn(tx: Tx, requestId: string | undefined): Promise<OnRequest> {
  return tx.serviceRequest.findUniqueOrThrow({
    where: { id: requestId ?? "" },
    select: { requester: person, assignee: person, members: { select: { mutedAt: true, person } } },
  });
}

/** Members to notify: never about their own act, and if they muted the request only of its end. */
export function customersToTell(actor: Actor, { members }: OnRequest, isTheEnd = false): Person[] {
  return members
    .filter(({ person, mutedAt }) => !did(actor, person) && !person.suspendedAt && (!mutedAt || isTheEnd))
    .map(({ person }) => person);
}

/** The assignee, if a customer acted on their request. */
export function agentsToTell(actor: Actor, { members, assignee }: OnRequest): Person[] {
  const isMember = (id: string) => members.some(({ person }) => person.id === id);
  if (!assignee || assignee.suspendedAt || did(actor, assignee) || isMember(assignee.id)) return [];
  const isCustomers = actor.kind === "person" && (actor.role === "customer" || isMember(actor.id));
  return isCustomers ? [assignee] : [];
}

function did(actor: Actor, person: Person): boolean {
  return actor.kind === "person" && actor.id === person.id;
}

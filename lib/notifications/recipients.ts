import type { Actor } from "../actor";

export type Person = {
  id: string;
  name: string;
  email: string;
  suspendedAt: Date | null;
  timeZone: string;
  language: string;
};
export type OnRequest = {
  members: { mutedAt: Date | null; person: Person }[];
  assignee: Person | null;
};

/**
 * The requester and the participants who hear of what happened: never about their own act, and whoever wants no
 * mail about the request only of its end.
 */
export function customersToTell(actor: Actor, { members }: OnRequest, isTheEnd = false): Person[] {
  return members
    .filter(({ person, mutedAt }) => !did(actor, person) && !person.suspendedAt && (!mutedAt || isTheEnd))
    .map(({ person }) => person);
}

/** The agent who hears of what a customer did on what is theirs. */
export function agentsToTell(actor: Actor, { members, assignee }: OnRequest): Person[] {
  const isMember = (id: string) => members.some(({ person }) => person.id === id);
  if (!assignee || assignee.suspendedAt || did(actor, assignee) || isMember(assignee.id)) return [];
  return actor.kind === "person" && isMember(actor.id) ? [assignee] : [];
}

function did(actor: Actor, person: Person): boolean {
  return actor.kind === "person" && actor.id === person.id;
}

import type { Actor } from "../actor";

export type Person = { id: string; name: string; email: string; suspendedAt: Date | null };
type OnRequest = { requester: Person; assignee: Person | null };

/** The customers who hear of what happened: never about their own act. */
export function customersToTell(actor: Actor, { requester }: OnRequest): Person[] {
  return [requester].filter(person => !did(actor, person) && !person.suspendedAt);
}

/** The agent who hears of what a customer did on what is theirs. */
export function agentsToTell(actor: Actor, { requester, assignee }: OnRequest): Person[] {
  if (!assignee || assignee.suspendedAt || did(actor, assignee)) return [];
  return did(actor, requester) ? [assignee] : [];
}

function did(actor: Actor, person: Person): boolean {
  return actor.kind === "person" && actor.id === person.id;
}

import "server-only";
import { type Actor, idOf, isAgent, keepsDesk } from "../actor";
import { notFound } from "../refusal";

/** Whose views: a person's own, or the whole desk's. */
export type Owner = "person" | "desk";

/** Null is the desk. @throws Refusal not_found if the actor may not manage this owner's views */
export function ownerIdFor(actor: Actor, owner: Owner): string | null {
  if (owner === "desk" ? !keepsDesk(actor) : !isAgent(actor)) throw notFound();
  return owner === "desk" ? null : idOf(actor);
}

export const ownerOf = (personId: string | null): Owner => (personId === null ? "desk" : "person");

export const mayChange = (actor: Actor, personId: string | null): boolean =>
  personId === null ? keepsDesk(actor) : isAgent(actor) && personId === idOf(actor);

/** Those that an actor's queue shows, and the desk's for the operator: none for customers. */
export function visibleViews(actor: Actor) {
  if (isAgent(actor)) return { OR: [{ personId: null }, { personId: idOf(actor) }] };
  return keepsDesk(actor) ? { personId: null } : { id: { in: [] as string[] } };
}

import "server-only";
import { type Actor, isAdmin, isAgent, type PersonActor } from "../actor";
import { notFound } from "../refusal";

/** Whose replies: a person's own, or the whole desk's. */
export type Owner = "person" | "desk";

/** Null is the desk. */
type OwnerId = string | null;

/** @throws Refusal not_found if the actor may not manage this owner's replies */
export function ownerIdFor(actor: PersonActor, owner: Owner): OwnerId {
  if (owner === "desk" ? !isAdmin(actor) : !isAgent(actor)) throw notFound();
  return owner === "desk" ? null : actor.id;
}

export const mayChange = (actor: PersonActor, personId: OwnerId): boolean =>
  personId === null ? isAdmin(actor) : isAgent(actor) && personId === actor.id;

/** What an actor may insert: none for customers. */
export const visibleReplies = (actor: Actor) =>
  actor.kind === "person" && isAgent(actor)
    ? { OR: [{ personId: null }, { personId: actor.id }] }
    : { id: { in: [] as string[] } };

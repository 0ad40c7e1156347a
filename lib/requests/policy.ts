import "server-only";
import { type Actor, isAgent } from "../actor";
import type { Prisma } from "../db";
import { env } from "../env";
import type { Move } from "../events/types";
import type { Status } from "../generated/enums";
import { movesFor, type Party } from "./lifecycle";

/** The one filter of every read: what it leaves out does not exist for this actor. */
export function visibleTo(actor: Actor): Prisma.ServiceRequestWhereInput {
  if (actor.kind === "system" || isAgent(actor)) return {};
  return { requesterId: actor.id };
}

export type Standing = { requesterId: string; status: Status; resolvedAt: Date | null };
export type Action = "view" | "comment" | "note" | "assign" | { move: Move };

/** What this actor is to the request; empty for a stranger. */
export function partiesOf(actor: Actor, request: Standing): Party[] {
  if (actor.kind === "system") return ["system"];
  const parties: Party[] = [];
  if (request.requesterId === actor.id) parties.push("requester");
  if (isAgent(actor)) parties.push("agent");
  return parties;
}

/** Whether this actor may do this to that request, now. Agrees with `visibleTo`: who may do anything may view. */
export function can(actor: Actor, action: Action, request: Standing, at: Date): boolean {
  const parties = partiesOf(actor, request);
  if (action === "view") return parties.length > 0;
  if (action === "comment")
    return actor.kind === "person" && parties.length > 0 && request.status !== "closed";
  if (action === "note" || action === "assign") return parties.includes("agent");
  return movesFor(parties, request, at, env().REOPEN_DAYS).includes(action.move);
}

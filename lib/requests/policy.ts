import "server-only";
import { type Actor, isAgent, type PersonActor } from "../actor";
import { Prisma } from "../db";
import type { MemberRole, Status } from "../generated/enums";
import type { DeskSettings } from "../settings";
import { isOpen, isOver, movesFor } from "./lifecycle";
import { type Move, moves, type Party } from "./moves";
import type { RequestView } from "./view";

/** The one filter of every read: what it leaves out does not exist for this actor. */
export function visibleTo(actor: Actor): Prisma.ServiceRequestWhereInput {
  if (actor.kind === "system" || isAgent(actor)) return {};
  const managed = { members: { some: { personId: actor.id, isManager: true } } };
  return { OR: [takenPartInBy(actor), { isPrivate: false, organisation: managed }] };
}

const takenPartInBy = ({ id }: PersonActor) => ({ members: { some: { personId: id } } });

/** What mails may tell of: a manager sees more than they follow. */
export function tellableTo(actor: PersonActor): Prisma.ServiceRequestWhereInput {
  return isAgent(actor) ? {} : takenPartInBy(actor);
}

/** `visibleTo` on row `r`; "offset 0" makes the database look up one member by its key instead of joining all. */
export function visibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system" || isAgent(actor)) return Prisma.sql`true`;
  return belongsTo(Prisma.sql`${actor.id}::uuid`);
}

const belongsTo = (personId: Prisma.Sql) => Prisma.sql`(${takesPart(personId)} or ${manages(personId)})`;

const manages = (
  personId: Prisma.Sql,
) => Prisma.sql`(r."organisationId" is not null and not r."isPrivate" and exists (
  select from organisation_members o
  where o."organisationId" = r."organisationId" and o."personId" = ${personId} and o."isManager" offset 0))`;

const takesPart = (personId: Prisma.Sql) =>
  Prisma.sql`exists (select from members v where v."requestId" = r.id and v."personId" = ${personId} offset 0)`;

/** `viewOf` on row `r`. */
export const viewSql = (actor: PersonActor): Prisma.Sql =>
  isAgent(actor)
    ? Prisma.sql`case when ${takesPart(Prisma.sql`${actor.id}::uuid`)} then 'customer' else 'agent' end`
    : Prisma.sql`'customer'`;

/** `visibleSql` for a person whose row `p` the statement reads itself. */
export const visibleToReadSql = Prisma.sql`(p.role <> 'customer' or ${belongsTo(Prisma.sql`p.id`)})`;

/** A person, whose row `p` the statement reads itself, works on row `r` for the desk, and does not take part in it. */
export const worksForDeskSql = Prisma.sql`(
  p.role <> 'customer' and p."suspendedAt" is null and not ${takesPart(Prisma.sql`p.id`)}
)`;

export type AccessFacts = {
  status: Status;
  resolvedAt: Date | null;
  members: { personId: string; role: MemberRole }[];
  isPrivate: boolean;
  /** With its managers of now. */
  organisation: { members: { personId: string }[] } | null;
};

/** Who asks, when and of which desk; an act is one. */
export type Asking = { actor: Actor; at: Date; settings: DeskSettings };

export const standingColumns = {
  status: true,
  resolvedAt: true,
  members: { select: { personId: true, role: true } },
  isPrivate: true,
  organisation: { select: { members: { where: { isManager: true }, select: { personId: true } } } },
} as const;

export type Action =
  | "view"
  | "comment"
  | "correct"
  | "follow"
  | "note"
  | "assign"
  | "share"
  | "remove participant"
  | "leave"
  | "hide"
  | { move: Move };

export function rolesOn(actor: Actor, request: AccessFacts): Party[] {
  if (actor.kind === "system") return ["system"];
  const parties: Party[] = request.members
    .filter(({ personId }) => personId === actor.id)
    .map(({ role }) => role);
  if (isAgent(actor)) parties.push("agent");
  else if (isManagedBy(actor, request)) parties.push("manager");
  return parties;
}

const isManagedBy = (actor: PersonActor, { isPrivate, organisation }: AccessFacts) =>
  !isPrivate && organisation !== null && organisation.members.some(({ personId }) => personId === actor.id);

const deskParties: readonly Party[] = ["agent", "system"];

/** True also for an agent who raised the request or takes part in it. */
export function isCustomerOf(actor: Actor, request: AccessFacts): boolean {
  return rolesOn(actor, request).some(party => !deskParties.includes(party));
}

export function viewOf(actor: Actor, request: AccessFacts): RequestView {
  return isCustomerOf(actor, request) ? "customer" : "agent";
}

/** The move that a plain public reply by this actor makes; an agent who takes part as a customer replies as one. */
export function replyMove({ actor, at, settings }: Asking, request: AccessFacts): Move | undefined {
  const parties = rolesOn(actor, request);
  const side = isCustomerOf(actor, request) ? parties.filter(party => party !== "agent") : parties;
  return movesFor(side, request, at, settings.reopenDays).find(move => moves[move].byReply);
}

export function assigneeByReply(
  actor: Actor,
  request: AccessFacts & { assigneeId: string | null },
): string | null {
  if (actor.kind !== "person" || !isAgent(actor) || isCustomerOf(actor, request)) return null;
  return isOpen(request.status) && request.assigneeId === null ? actor.id : null;
}

/** Agrees with `visibleTo`: every permitted action implies permission to view. */
export function can({ actor, at, settings }: Asking, action: Action, request: AccessFacts): boolean {
  const parties = rolesOn(actor, request);
  if (action === "view") return parties.length > 0;
  if (action === "comment")
    return actor.kind === "person" && parties.length > 0 && request.status !== "closed";
  if (action === "correct") return parties.includes("requester") && isOpen(request.status);
  if (action === "follow") return parties.includes("requester") && isOver(request, at, settings.reopenDays);
  // Sharing can be changed at any time, even once the request is closed.
  if (action === "share" || action === "remove participant")
    return parties.includes("requester") || parties.includes("agent");
  if (action === "leave") return parties.includes("participant");
  if (action === "hide") return parties.includes("requester") && request.organisation !== null;
  if (action === "note" || action === "assign") return parties.includes("agent");
  return movesFor(parties, request, at, settings.reopenDays).includes(action.move);
}

import "server-only";
import { type Actor, isAgent, type PersonActor, seesAll } from "../actor";
import { Prisma } from "../db";
import type { MemberRole, Status } from "../generated/enums";
import type { DeskSettings } from "../settings";
import { isOpen, isOver, movesFor } from "./lifecycle";
import { type Move, moves, type Party } from "./moves";
import type { RequestView } from "./view";

/**
 * The one filter of every read: what it leaves out does not exist for this actor.
 * @param requestId of the only request that is asked about: without it PostgreSQL may read all that somebody takes part in
 */
export function visibleTo(actor: Actor, requestId?: string): Prisma.ServiceRequestWhereInput {
  if (actor.kind === "system" || seesAll(actor)) return {};
  return {
    OR: [takenPartInBy(actor, requestId), managedBy({ personId: actor.id }), ...onDeskOf(actor, requestId)],
  };
}

/** Of somebody, on one request where that is all that is asked. */
const own = (personId: string, requestId?: string) => ({
  some: { personId, ...(requestId !== undefined && { requestId }) },
});

const managedBy = (member: Prisma.OrganisationMemberWhereInput): Prisma.ServiceRequestWhereInput => ({
  isPrivate: false,
  organisation: { members: { some: { ...member, isManager: true } } },
});

/** What a manager may follow unless they take part. No agent: what one follows is on their desk. */
export const followableBy = (personId: string): Prisma.ServiceRequestWhereInput =>
  managedBy({ personId, person: { role: "customer", suspendedAt: null } });

/** What a manager follows, and may. Agrees with `customersToTell`. @param requestId as for `visibleTo` */
export const followedAsManager = (personId: string, requestId?: string): Prisma.ServiceRequestWhereInput => ({
  ...followableBy(personId),
  followers: own(personId, requestId),
});

/** What somebody sees as an agent: not what they only take part in, and nothing for customers. */
export function deskVisibleTo(actor: Actor): Prisma.ServiceRequestWhereInput {
  if (actor.kind === "system" || seesAll(actor)) return {};
  return isAgent(actor) ? { OR: onDeskOf(actor) } : nothing;
}

// An empty OR would not do: beside other conditions Prisma leaves it out, and finds everything.
const nothing: Prisma.ServiceRequestWhereInput = { id: { in: [] } };

function onDeskOf(actor: PersonActor, requestId?: string): Prisma.ServiceRequestWhereInput[] {
  if (!isAgent(actor)) return [];
  const { id: personId } = actor;
  return [
    { assigneeId: personId },
    { team: { members: own(personId) } },
    { followers: own(personId, requestId) },
  ];
}

/** @param requestId as for `visibleTo` */
export const takenPartInBy = ({ id: personId }: Pick<PersonActor, "id">, requestId?: string) => ({
  members: own(personId, requestId),
});

/** What mails may tell of: a manager sees more than they follow. @param requestId as for `visibleTo` */
export function tellableTo(actor: PersonActor, requestId?: string): Prisma.ServiceRequestWhereInput {
  if (seesAll(actor)) return {};
  return {
    OR: [
      takenPartInBy(actor, requestId),
      followedAsManager(actor.id, requestId),
      ...onDeskOf(actor, requestId),
    ],
  };
}

/** `visibleTo` on row `r`; "offset 0" makes the database look up one member by its key instead of joining all. */
export function visibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system" || seesAll(actor)) return Prisma.sql`true`;
  const me = Prisma.sql`${actor.id}::uuid`;
  return isAgent(actor) ? Prisma.sql`(${belongsTo(me)} or ${isOnDeskOf(me)})` : belongsTo(me);
}

/** `deskVisibleTo` on row `r`. */
export function deskVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system" || seesAll(actor)) return Prisma.sql`true`;
  return isAgent(actor) ? isOnDeskOf(Prisma.sql`${actor.id}::uuid`) : Prisma.sql`false`;
}

// team_members_pkey, followers_pkey
const isOnDeskOf = (personId: Prisma.Sql) => Prisma.sql`(coalesce(r."assigneeId" = ${personId}, false)
  or exists (select from team_members v where v."teamId" = r."teamId" and v."personId" = ${personId} offset 0)
  or exists (select from followers v where v."requestId" = r.id and v."personId" = ${personId} offset 0))`;

const belongsTo = (personId: Prisma.Sql) => Prisma.sql`(${takesPart(personId)} or ${manages(personId)})`;

const manages = (
  personId: Prisma.Sql,
) => Prisma.sql`(r."organisationId" is not null and not r."isPrivate" and exists (
  select from organisation_members o
  where o."organisationId" = r."organisationId" and o."personId" = ${personId} and o."isManager" offset 0))`;

/** This person takes part in request `id` as a customer, and sees no internal word of it. members_pkey */
export const takesPartSql = ({ id: personId }: PersonActor, id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`exists (select from members v where v."requestId" = ${id} and v."personId" = ${personId}::uuid offset 0)`;

const takesPart = (personId: Prisma.Sql) =>
  Prisma.sql`exists (select from members v where v."requestId" = r.id and v."personId" = ${personId} offset 0)`;

/** `viewOf` on row `r`. */
export const viewSql = (actor: PersonActor): Prisma.Sql =>
  isAgent(actor)
    ? Prisma.sql`case when ${deskVisibleSql(actor)} and not ${takesPart(Prisma.sql`${actor.id}::uuid`)}
        then 'agent' else 'customer' end`
    : Prisma.sql`'customer'`;

const ofPerson = Prisma.sql`p.id`;

/** Row `r` is on the desk of row `p` of people, who is an agent. Index team_members_personId_idx. */
const seesOnDesk = ({ agentsSee }: Seeing): Prisma.Sql =>
  agentsSee === "all"
    ? Prisma.sql`true`
    : Prisma.sql`(p.role = 'admin' or ${isOnDeskOf(ofPerson)} or exists (
        select from team_members l join teams t on t.id = l."teamId"
        where l."personId" = p.id and l."isLead" and t."archivedAt" is null))`;

type Seeing = Pick<DeskSettings, "agentsSee">;

/** `visibleSql` for a person whose row `p` the statement reads itself. */
export const visibleToReadSql = (settings: Seeing): Prisma.Sql =>
  Prisma.sql`((p.role <> 'customer' and ${seesOnDesk(settings)}) or ${belongsTo(ofPerson)})`;

/** A person, whose row `p` the statement reads itself, works on row `r` for the desk, and does not take part in it. */
export const worksForDeskSql = (settings: Seeing): Prisma.Sql => Prisma.sql`(
  p.role <> 'customer' and p."suspendedAt" is null and ${seesOnDesk(settings)} and not ${takesPart(ofPerson)}
)`;

export type AccessFacts = {
  status: Status;
  resolvedAt: Date | null;
  members: { personId: string; role: MemberRole }[];
  isPrivate: boolean;
  /** With its managers of now. */
  organisation: { members: { personId: string }[] } | null;
  assigneeId: string | null;
  team: { members: { personId: string }[] } | null;
  followers: { personId: string }[];
};

/** Who asks, when and of which desk; an act is one. */
export type Asking = { actor: Actor; at: Date; settings: DeskSettings };

export const standingColumns = {
  status: true,
  resolvedAt: true,
  members: { select: { personId: true, role: true } },
  isPrivate: true,
  organisation: { select: { members: { where: { isManager: true }, select: { personId: true } } } },
  assigneeId: true,
  team: { select: { members: { select: { personId: true } } } },
  followers: { select: { personId: true } },
} as const;

export type Action =
  | "view"
  | "comment"
  | "correct"
  | "change type"
  | "follow up"
  | "follow"
  | "know customer"
  | "note"
  | "assign"
  | "prioritise"
  | "tag"
  | "link"
  | "snooze"
  | "hand over"
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
  if (isOnDesk(actor, request)) parties.push("agent");
  else if (isManagedBy(actor, request)) parties.push("manager");
  return parties;
}

/** Agrees with `deskVisibleTo`. */
function isOnDesk(actor: PersonActor, { assigneeId, team, followers }: AccessFacts): boolean {
  if (!isAgent(actor) || seesAll(actor)) return isAgent(actor);
  const own = [...(team?.members ?? []), ...followers].some(({ personId }) => personId === actor.id);
  return own || assigneeId === actor.id;
}

const isManagedBy = (actor: PersonActor, { isPrivate, organisation }: AccessFacts) =>
  !isPrivate && organisation !== null && organisation.members.some(({ personId }) => personId === actor.id);

/** Agrees with `followableBy`, and with its taking no part. */
export function isOnlyManager(actor: Actor, request: AccessFacts): boolean {
  const [party, ...others] = rolesOn(actor, request);
  return !isAgent(actor) && party === "manager" && others.length === 0;
}

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

export function assigneeByReply(actor: Actor, request: AccessFacts): string | null {
  if (actor.kind !== "person" || !rolesOn(actor, request).includes("agent") || isCustomerOf(actor, request))
    return null;
  return isOpen(request.status) && request.assigneeId === null ? actor.id : null;
}

/** Who corrects a request on the pages of each side. */
export const correctorIn = { customer: "requester", agent: "agent" } as const satisfies Record<
  RequestView,
  Party
>;

export const isCorrector = (parties: readonly Party[]) =>
  Object.values(correctorIn).some(party => parties.includes(party));

const ofAgents = ["note", "assign", "hand over", "prioritise", "tag", "link", "snooze"] as const;
const isOfAgents = (action: Action): action is (typeof ofAgents)[number] =>
  ofAgents.some(one => one === action);

/** Agrees with `visibleTo`: every permitted action implies permission to view. */
export function can({ actor, at, settings }: Asking, action: Action, request: AccessFacts): boolean {
  const parties = rolesOn(actor, request);
  if (action === "view") return parties.length > 0;
  if (action === "comment")
    return actor.kind === "person" && parties.length > 0 && request.status !== "closed";
  if (action === "correct") return isCorrector(parties) && isOpen(request.status);
  if (action === "change type") return parties.includes("agent") && isOpen(request.status);
  if (action === "follow up")
    return parties.includes("requester") && isOver(request, at, settings.reopenDays);
  if (action === "follow")
    return isOnlyManager(actor, request) || (parties.includes("agent") && !isCustomerOf(actor, request));
  if (action === "know customer") return parties.includes("agent") && !isCustomerOf(actor, request);
  // Sharing can be changed at any time, even once the request is closed.
  if (action === "share" || action === "remove participant")
    return parties.includes("requester") || parties.includes("agent");
  if (action === "leave") return parties.includes("participant");
  if (action === "hide") return parties.includes("requester") && request.organisation !== null;
  if (isOfAgents(action)) return parties.includes("agent");
  return movesFor(parties, request, at, settings.reopenDays).includes(action.move);
}

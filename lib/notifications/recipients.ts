import "server-only";
import { type Actor, idOf, type Role } from "../actor";
import { Prisma, type Tx } from "../db";
import type { Act } from "../events/act";
import { worksForDeskSql } from "../requests/policy";

export type Person = { id: string; email: string; suspendedAt: Date | null };
export type OnRequest = {
  requester: Person;
  members: { mutedAt: Date | null; person: Person }[];
  assignee: (Person & { role: Role }) | null;
  isPrivate: boolean;
  organisationId: string | null;
  followers: { person: Follower }[];
};

/** With the organisations that they manage now. */
type Follower = Person & { role: Role; organisations: { organisationId: string }[] };

const person = { select: { id: true, email: true, suspendedAt: true } } as const;

const follower = {
  select: {
    ...person.select,
    role: true,
    organisations: { where: { isManager: true }, select: { organisationId: true } },
  },
} as const;

export function readPeopleOn(tx: Tx, requestId: string | undefined): Promise<OnRequest> {
  return tx.serviceRequest.findUniqueOrThrow({
    where: { id: requestId ?? "" },
    select: {
      requester: person,
      assignee: { select: { ...person.select, role: true } },
      isPrivate: true,
      organisationId: true,
      members: { select: { mutedAt: true, person } },
      followers: { select: { person: follower } },
    },
  });
}

/**
 * Whoever works for the desk on this request, if nobody has it: its team, or without one, or with nobody in it, all agents.
 * Nobody of them takes part in it, or is who acts: agents raise requests for customers.
 */
export const readDesk = (
  { tx, actor, settings }: Act,
  requestId = "",
): Promise<{ id: string; email: string; choices: unknown }[]> =>
  tx.$queryRaw(Prisma.sql`
    select p.id, p.email, p.choices from people p join requests r on r.id = ${requestId}::uuid
    where p.role in ('agent', 'admin') and p.id is distinct from ${idOf(actor)}::uuid and ${worksForDeskSql(settings)} and (
      r."teamId" is null
      or exists (select from team_members m where m."teamId" = r."teamId" and m."personId" = p.id offset 0)
      or not exists (
        select from team_members m join people a on a.id = m."personId" and a."suspendedAt" is null
        where m."teamId" = r."teamId"
      )
    )`); // index on (role, email), team_members_pkey

/**
 * Members to notify, and managers of its organisation who follow it: never about their own act, and members who muted the
 * request only of its end.
 */
export function customersToTell(actor: Actor, people: OnRequest, isTheEnd = false): Person[] {
  const members = people.members.filter(({ mutedAt }) => !mutedAt || isTheEnd);
  const managers = people.followers.filter(({ person }) => isFollowingManager(person, people));
  return [...members, ...managers]
    .map(({ person }) => person)
    .filter(person => !did(actor, person) && !person.suspendedAt);
}

/** Agrees with `followedAsManager`. */
const isFollowingManager = (
  { id, role, organisations }: Follower,
  { members, isPrivate, organisationId }: OnRequest,
) =>
  role === "customer" &&
  !isPrivate &&
  organisations.some(managed => managed.organisationId === organisationId) &&
  members.every(({ person }) => person.id !== id);

/** The assignee, if a customer acted on their request. */
export function agentsToTell(actor: Actor, { members, assignee }: OnRequest): Person[] {
  if (!assignee || assignee.role === "customer" || assignee.suspendedAt) return [];
  if (did(actor, assignee) || isMember(members, assignee.id)) return [];
  return isByCustomer(actor, { members }) ? [assignee] : [];
}

/** True also for an agent who takes part in the request. */
export const isByCustomer = (actor: Actor, { members }: Pick<OnRequest, "members">): boolean =>
  actor.kind === "person" && (actor.role === "customer" || isMember(members, actor.id));

const isMember = (members: OnRequest["members"], id: string) =>
  members.some(({ person }) => person.id === id);

/** Agents who follow the request, unless they hear of it otherwise or take part as customers. */
export function followersToTell(
  actor: Actor,
  { members, followers }: OnRequest,
  others: readonly { id: string }[],
): Person[] {
  const heard = [...others, ...members.map(({ person }) => person)].map(({ id }) => id);
  return followers
    .map(({ person }) => person)
    .filter(person => person.role !== "customer" && !person.suspendedAt && !did(actor, person))
    .filter(person => !heard.includes(person.id));
}

function did(actor: Actor, person: Person): boolean {
  return actor.kind === "person" && actor.id === person.id;
}

import "server-only";
import { z } from "zod";
import { type AgentChoice, agentsSql } from "../accounts/agents";
import type { PersonActor, Role } from "../actor";
import { Prisma, readRows } from "../db";
import { typesByRole } from "../events/audience";
import type { Status } from "../generated/enums";
import { onlyAdmins } from "../only-admins";
import { type OwnOrganisation, ownOrganisationsSql } from "../organisations/own";
import { notFound } from "../refusal";

export type PersonSession = { id: string; createdAt: string; seenAt: string | null; device: string | null };

export type PersonPage = {
  id: string;
  name: string;
  email: string;
  role: Role;
  suspendedAt: string | null;
  awaitsSignUp: boolean;
  hasPassword: boolean;
  isUnreachable: boolean;
  createdAt: string;
  lastSeen: string | null;
  /** As far as it is not over. */
  absence: { from: string; until: string; standIn: AgentChoice | null } | null;
  organisations: OwnOrganisation[];
  teams: { slug: string; name: string; isLead: boolean; isArchived: boolean }[];
  /** The newest twenty of those that can be used; and how many there are. */
  sessions: PersonSession[];
  sessionCount: number;
  /** Raised by them, newest first; and open ones assigned to them. Counts end at 100. */
  requests: { number: number; summary: string; status: Status }[];
  openCount: number;
  assignedCount: number;
  /** Who could stand in for them. */
  colleagues: AgentChoice[];
};

const { sql } = Prisma;
const idShape = z.uuid();
const adminTypes = typesByRole.admin;
const most = 100;
const shownRequests = 5;
const shownSessions = 20;

/** @throws Refusal not_found (no admin, nobody) */
export async function readPerson(actor: PersonActor, id: string): Promise<PersonPage> {
  onlyAdmins(actor);
  if (!idShape.safeParse(id).success) throw notFound();
  // Indexes: sessions_personId_idx, events_of_actor, team_members_personId_idx, members_newest, requests_queue_by_assignee; the others by their keys.
  const [row] = await readRows<Omit<PersonPage, "colleagues"> & { colleagues: AgentChoice[] }>(sql`
    select p.id, p.name, p.email, p.role, p."suspendedAt", p."awaitsSignUp", p."createdAt",
      p."passwordHash" is not null as "hasPassword",
      exists (select from suppressions x where x.email = p.email and x."liftedAt" is null) as "isUnreachable",
      greatest(
        (select max(greatest(s."createdAt", s."seenAt")) from sessions s where s."personId" = p.id),
        (select e.at from events e where e."actorId" between p.id and p.id and e.type = any(${adminTypes})
          order by e."actorId" desc, e.id desc limit 1)) as "lastSeen",
      case when p."awayUntil" > now() then json_build_object('from', p."awayFrom", 'until', p."awayUntil", 'standIn',
        (select json_build_object('id', i.id, 'name', i.name) from people i where i.id = p."standInId")) end as absence,
      ${ownOrganisationsSql} as organisations,
      (select coalesce(json_agg(json_build_object(
          'slug', t.slug, 'name', t.name, 'isLead', m."isLead", 'isArchived', t."archivedAt" is not null
        ) order by t.position, t.id), '[]')
        from team_members m join teams t on t.id = m."teamId" where m."personId" = p.id) as teams,
      (select coalesce(json_agg(s), '[]') from (
        select s.id, s."createdAt", s."seenAt", s.device from sessions s where ${isUsable}
        order by coalesce(s."seenAt", s."createdAt") desc, s.id limit ${shownSessions}) s) as sessions,
      (select count(*)::int from sessions s where ${isUsable}) as "sessionCount",
      (select coalesce(json_agg(r), '[]') from (
        select r.number, r.summary, r.status from members m join requests r on r.id = m."requestId"
        where m."personId" = p.id and m.role = 'requester'
        order by m."lastActivityAt" desc, m."requestId" desc limit ${shownRequests}) r) as requests,
      (select count(*)::int from (
        select from members m where m."personId" = p.id and m."isOpen" and m.role = 'requester' limit ${most}) x) as "openCount",
      (select count(*)::int from (
        select from requests r where r."assigneeId" = p.id and r."isOpen" limit ${most}) x) as "assignedCount",
      case when p.role <> 'customer' then ${agentsSql} else '[]' end as colleagues
    from people p where p.id = ${id}::uuid`);
  if (!row) throw notFound();
  return { ...row, colleagues: row.colleagues.filter(one => one.id !== id) };
}

const isUsable = sql`s."personId" = p.id and s."endedAt" is null and s."expiresAt" > now() and p."suspendedAt" is null`;

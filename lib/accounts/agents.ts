import "server-only";
import { actorColumns, isAgent, type PersonActor, personOf } from "../actor";
import { db, Prisma, type Tx } from "../db";
import type { DeskSettings } from "../settings";

export type AgentChoice = { id: string; name: string };

export type AgentOrAway = AgentChoice & { awayUntil: string | null };
/** Who can be given something now. `address` tells those apart who have the same name. */
export type PresentAgent = AgentOrAway & { address: string | null };

/** Of a person, whose row `p` the statement reads: until when they are away, if they are. */
export const awayUntilSql = Prisma.sql`case when p."awayFrom" <= now() and p."awayUntil" > now() then p."awayUntil" end`;

// Literals, not parameters: a plan without the roles would read all customers. Index on (role, email).
const agentsWith = (absence: Prisma.Sql) => Prisma.sql`
  select p.id, p.name, ${absence},
    case when count(*) over (partition by lower(p.name)) > 1 then p.email end as address
  from people p
  where p.role in ('agent', 'admin') and p."suspendedAt" is null order by p.name, p.email`;

const agents = agentsWith(Prisma.sql`${awayUntilSql} as "awayUntil"`);

/** As JSON. */
export const agentsSql = Prisma.sql`(select coalesce(json_agg(agent), '[]') from (${agents}) agent)`;

export const listAgents = (): Promise<PresentAgent[]> => db().$queryRaw<PresentAgent[]>(agents);

export type AgentWithAbsence = Omit<PresentAgent, "awayUntil"> & {
  awayFrom: Date | null;
  awayUntil: Date | null;
};

/** With absences that are over or still to come. */
export const listAgentsWithAbsences = () =>
  db().$queryRaw<AgentWithAbsence[]>(agentsWith(Prisma.sql`p."awayFrom", p."awayUntil"`));

/** Null for whoever is no agent any more, or suspended. */
export async function findAgent(tx: Tx, id: string, settings: DeskSettings): Promise<PersonActor | null> {
  const person = await tx.person.findFirst({ where: { id, suspendedAt: null }, select: actorColumns });
  const actor = person && personOf(person, settings);
  return actor && isAgent(actor) ? actor : null;
}

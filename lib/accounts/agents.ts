import "server-only";
import { db, Prisma } from "../db";

export type AgentChoice = { id: string; name: string };

// Literals, not parameters: a plan without the roles would read all customers. Index on (role, email).
const agents = Prisma.sql`
  select p.id, p.name from people p where p.role in ('agent', 'admin') and p."suspendedAt" is null order by p.name`;

/** As JSON. */
export const agentsSql = Prisma.sql`(select coalesce(json_agg(agent), '[]') from (${agents}) agent)`;

export const listAgents = (): Promise<AgentChoice[]> => db().$queryRaw<AgentChoice[]>(agents);

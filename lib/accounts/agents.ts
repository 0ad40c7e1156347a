import "server-only";
import { db } from "../db";

export type AgentChoice = { id: string; name: string };

export function listAgents(): Promise<AgentChoice[]> {
  // Literals, not parameters: a plan without the roles would read all customers. Index on (role, email).
  return db().$queryRaw<AgentChoice[]>`
    select id, name from people where role in ('agent', 'admin') and "suspendedAt" is null order by name`;
}

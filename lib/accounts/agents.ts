import "server-only";
import { db } from "../db";

export type AgentChoice = { id: string; name: string };

/** Everyone a request can be given to, by name. */
export function listAgents(): Promise<AgentChoice[]> {
  // The roles are no parameters: a plan that does not know them would read all customers. Index on (role, email).
  return db().$queryRaw<AgentChoice[]>`
    select id, name from people where role in ('agent', 'admin') and "suspendedAt" is null order by name`;
}

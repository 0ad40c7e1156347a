import "server-only";
import { listAgentsWithAbsences, type PresentAgent } from "../accounts/agents";
import { keepPart } from "../catalog/kept";
import { now } from "../clock";
import { listTagChoices } from "../tags/read";
import { listTeamChoices } from "../teams/choices";

// Kept with the catalog, whose version triggers renew with each change of what is told of them.

export const keepTeams = (version: string) => keepPart(version, "teams", listTeamChoices);

export const keepTags = (version: string) => keepPart(version, "tags", listTagChoices);

/** Whether somebody is away depends on the moment. */
export async function keepAgents(version: string): Promise<PresentAgent[]> {
  const agents = await keepPart(version, "agents", listAgentsWithAbsences);
  const at = now();
  return agents.map(({ awayFrom, awayUntil, ...agent }) => {
    const isAway = awayFrom !== null && awayUntil !== null && awayFrom <= at && awayUntil > at;
    return { ...agent, awayUntil: isAway ? awayUntil.toISOString() : null };
  });
}

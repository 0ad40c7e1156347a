import "server-only";
import { listAgentsWithAbsences, type PresentAgent } from "../accounts/agents";
import { keepPart } from "../catalog/kept";
import { now } from "../clock";
import { listTagChoices } from "../tags/read";
import { listTeamChoices } from "../teams/choices";

// Kept by the version of the catalog: triggers of the database renew it when a name, a role, an absence, a team or a tag
// changes, so that no server offers what is gone.

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

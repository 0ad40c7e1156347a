import "server-only";
import type { Act } from "../events/act";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

/**
 * All teams in their order. Their names, slugs and places, who is in them and what goes to them stay until the act ends.
 * @throws Refusal not_found (no admin)
 */
export async function lockTeams({ tx, actor }: Act) {
  onlyAdmins(actor);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('teams', 0))`;
  return tx.team.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true, position: true, archivedAt: true },
  });
}

/** With all teams. @throws Refusal not_found (no admin, no such team) */
export async function loadTeam(act: Act, slug: string) {
  const teams = await lockTeams(act);
  const team = teams.find(one => one.slug === slug);
  if (!team) throw notFound();
  return { team, teams };
}

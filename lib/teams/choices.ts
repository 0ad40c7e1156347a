import "server-only";
import { db, Prisma } from "../db";

export type TeamChoice = { slug: string; name: string };

/** Those that requests can be handed to, as JSON. They are few. */
export const teamsSql = Prisma.sql`(
  select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.position, t.id), '[]')
  from teams t where t."archivedAt" is null)`;

/** Ids of the teams that somebody is in, as an array. Index team_members_personId_idx. */
export const teamsOfSql = (personId: string): Prisma.Sql =>
  Prisma.sql`array(select m."teamId" from team_members m where m."personId" = ${personId}::uuid)`;

/** All of them, because an archived team keeps its requests. */
export async function listTeamChoices(): Promise<(TeamChoice & { isArchived: boolean })[]> {
  const teams = await db().team.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { slug: true, name: true, archivedAt: true },
  });
  return teams.map(({ archivedAt, ...team }) => ({ ...team, isArchived: archivedAt !== null }));
}

import "server-only";
import { db, Prisma } from "../db";

export type TeamChoice = { slug: string; name: string };

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

import "server-only";
import { listAgents } from "../accounts/agents";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

export type ListedTeam = {
  slug: string;
  name: string;
  isArchived: boolean;
  members: number;
  leads: number;
  types: string[];
};

/** All of them in their order. @throws Refusal not_found for anybody who is no admin */
export async function listTeams(actor: PersonActor): Promise<ListedTeam[]> {
  onlyAdmins(actor);
  return db().$queryRaw<ListedTeam[]>`
    select t.slug, t.name, t."archivedAt" is not null as "isArchived",
      (select count(*)::int from team_members m where m."teamId" = t.id) as members,
      (select count(*)::int from team_members m where m."teamId" = t.id and m."isLead") as leads,
      array(select y.name from request_types y where y."teamId" = t.id order by y.name) as types
    from teams t order by t.position, t.id`;
}

const named = { select: { slug: true, name: true }, orderBy: { name: "asc" } } as const;

/** With its leads first, and what could be added to it. @throws Refusal not_found */
export async function readTeam(actor: PersonActor, slug: string) {
  onlyAdmins(actor);
  const [team, agents, types] = await Promise.all([
    db().team.findUnique({
      where: { slug },
      select: {
        slug: true,
        name: true,
        archivedAt: true,
        types: named,
        members: {
          orderBy: [{ isLead: "desc" }, { person: { name: "asc" } }, { personId: "asc" }],
          select: {
            isLead: true,
            person: { select: { id: true, name: true, email: true, role: true, suspendedAt: true } },
          },
        },
      },
    }),
    listAgents(),
    db().requestType.findMany({
      orderBy: { name: "asc" },
      select: { slug: true, name: true, team: { select: { slug: true, name: true } } },
    }),
  ]);
  if (!team) throw notFound();
  const members = team.members.map(({ isLead, person: { id, name, email, role, suspendedAt } }) => ({
    ...{ id, name, email, isLead },
    isActive: role !== "customer" && suspendedAt === null,
  }));
  return {
    ...{ slug: team.slug, name: team.name, isArchived: team.archivedAt !== null, types: team.types, members },
    otherAgents: agents.filter(({ id }) => members.every(member => member.id !== id)),
    otherTypes: types
      .filter(type => type.team?.slug !== slug)
      .map(type => ({ slug: type.slug, name: type.name, teamName: type.team?.name ?? null })),
  };
}

export type TeamPage = Awaited<ReturnType<typeof readTeam>>;

import "server-only";
import type { Tx } from "../db";
import { type Act, record } from "../events/act";
import { notFound, refuse } from "../refusal";
import { loadTeam, lockTeams } from "./load";

type TypeOfTeam = { slug: string; type: string };

/**
 * What is raised of this type from now on goes to the team, and to no other any more.
 * @throws Refusal not_found, invalid (no such type)
 */
export async function addTypeOfTeam(act: Act, { slug, type: typeSlug }: TypeOfTeam): Promise<void> {
  const { team } = await loadTeam(act, slug);
  const type = await act.tx.requestType.findUnique({
    where: { slug: typeSlug },
    select: { id: true, teamId: true },
  });
  if (!type) throw refuse("team.no_type", {}, { field: "type" });
  if (type.teamId === team.id) return;
  await act.tx.requestType.updateMany({ where: { id: type.id }, data: { teamId: team.id } });
  const data = { typeId: type.id, fromTeamId: type.teamId, toTeamId: team.id };
  await record(act, "team_of_type_changed", data, {});
}

/** What is raised of this type goes to no team. @throws Refusal not_found, conflict (it is another team's by now) */
export async function removeTypeOfTeam(act: Act, { slug, type: typeSlug }: TypeOfTeam): Promise<void> {
  const { team } = await loadTeam(act, slug);
  const type = await act.tx.requestType.findFirst({
    where: { slug: typeSlug, teamId: team.id },
    select: { id: true },
  });
  if (!type) throw refuse("team.type_gone");
  await act.tx.requestType.updateMany({ where: { id: type.id }, data: { teamId: null } });
  await record(act, "team_of_type_changed", { typeId: type.id, fromTeamId: team.id, toTeamId: null }, {});
}

/**
 * What is raised of this type from now on goes to the team, or to none.
 * @throws Refusal not_found, invalid (no team in use), conflict (it has been given to another since)
 */
export async function setTeamOfType(
  act: Act,
  { slug, from, to }: { slug: string; from: string | null; to: string | null },
): Promise<void> {
  const teams = await lockTeams(act);
  const type = await act.tx.requestType.findUnique({
    where: { slug },
    select: { id: true, team: { select: { id: true, slug: true } } },
  });
  if (!type) throw notFound();
  const present = type.team?.slug ?? null;
  if (present === to) return;
  if (present !== from) throw refuse("type.team_changed", {}, { field: "team" });
  const team = teams.find(one => one.slug === to && one.archivedAt === null);
  if (to !== null && !team) throw refuse("team.gone", {}, { field: "team" });
  const teamId = team?.id ?? null;
  await act.tx.requestType.updateMany({ where: { id: type.id }, data: { teamId } });
  const data = { typeId: type.id, fromTeamId: type.team?.id ?? null, toTeamId: teamId };
  await record(act, "team_of_type_changed", data, {});
}

/** The team that a request with this form goes to when it is raised: none while its type's team is archived. */
export async function teamOfForm(tx: Tx, formVersionId: string): Promise<string | null> {
  const form = await tx.formVersion.findUnique({
    where: { id: formVersionId },
    select: { type: { select: { team: { select: { id: true, archivedAt: true } } } } },
  });
  const team = form?.type.team;
  return team && team.archivedAt === null ? team.id : null;
}

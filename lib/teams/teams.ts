import "server-only";
import { type Act, record, recordChanges } from "../events/act";
import { refuse } from "../refusal";
import { freeSlug, slugOf } from "../text/slug";
import { loadTeam, lockTeams } from "./load";

/** The list of teams is one page, and so is the choice of one. */
export const maxTeams = 200;

/** What the queue's filter says besides a team. */
const reserved = ["mine", "none"];

/**
 * Adds a team behind the others; returns its slug, which is made of its name unless it is given.
 * @throws Refusal not_found (no admin), invalid (name or slug taken, too many)
 */
export async function addTeam(act: Act, { name }: { name: string }, given?: string): Promise<string> {
  const others = await lockTeams(act);
  if (others.length >= maxTeams) throw refuse("team.too_many", { max: maxTeams }, { field: "name" });
  requireOwnName(name, others);
  const taken = [...reserved, ...others.map(({ slug }) => slug)];
  if (given !== undefined && taken.includes(given)) throw refuse("slug.taken", { slug: given });
  const slug = given ?? freeSlug(slugOf(name, "team"), taken);
  const position = 1 + Math.max(0, ...others.map(other => other.position));
  const { id: teamId } = await act.tx.team.create({
    data: { slug, name, position, createdAt: act.at },
    select: { id: true },
  });
  await recordChanges(act, "team_added", [{ key: "name", before: null, after: name }], {}, { teamId });
  return slug;
}

/** Its slug stays. @throws Refusal not_found, invalid (name taken) */
export async function renameTeam(act: Act, { slug, name }: { slug: string; name: string }): Promise<void> {
  const { team, teams } = await loadTeam(act, slug);
  if (name === team.name) return;
  requireOwnName(
    name,
    teams.filter(({ id }) => id !== team.id),
  );
  await act.tx.team.updateMany({ where: { id: team.id }, data: { name } });
  const changes = [{ key: "name", before: team.name, after: name }];
  await recordChanges(act, "team_renamed", changes, {}, { teamId: team.id });
}

function requireOwnName(name: string, others: { name: string }[]): void {
  if (others.some(other => other.name.toLowerCase() === name.toLowerCase()))
    throw refuse("team.name_taken", { name }, { field: "name" });
}

/** An archived one gets no more requests, and keeps those it has. @throws Refusal not_found */
export async function archiveTeam(
  act: Act,
  { slug, isArchived }: { slug: string; isArchived: boolean },
): Promise<void> {
  const { team } = await loadTeam(act, slug);
  if (isArchived === (team.archivedAt !== null)) return;
  await act.tx.team.updateMany({
    where: { id: team.id },
    data: { archivedAt: isArchived ? act.at : null },
  });
  await record(act, isArchived ? "team_archived" : "team_restored", { teamId: team.id }, {});
}

/** Changes places with its neighbour in use; the first, the last and an archived one stay. @throws Refusal not_found */
export async function shiftTeam(
  act: Act,
  { slug, to }: { slug: string; to: "earlier" | "later" },
): Promise<void> {
  const { team, teams } = await loadTeam(act, slug);
  const shown = teams.filter(({ archivedAt }) => archivedAt === null);
  const place = shown.indexOf(team);
  const other = shown[place + (to === "earlier" ? -1 : 1)];
  if (place < 0 || !other) return;
  for (const [{ id }, { position }] of [[team, other] as const, [other, team] as const])
    await act.tx.team.updateMany({ where: { id }, data: { position } });
  await record(act, "team_shifted", { teamId: team.id, to }, {});
}

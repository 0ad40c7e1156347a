import "server-only";
import { idOf } from "../actor";
import { digest } from "../crypto";
import type { Act } from "../events/act";
import type { Said } from "../messages/said";
import { type Refusal, refuse } from "../refusal";
import { worksForDeskSql } from "../requests/policy";

/** The team is an id; null is none. */
type Handing = { requestIds: string[]; to: string | null };

type Losing = { id: string; name: string; requests: number };

/** `mark` is what the refusal has said to send with the next try; `people` were named to whoever does it before. */
type Told = { mark?: number; people?: readonly string[] };

/**
 * Nothing is handed over where agents see their teams alone before whoever does it was told who loses sight of it.
 * @throws Refusal conflict
 */
export async function confirmLosing(act: Act, handing: Handing, { mark, people = [] }: Told): Promise<void> {
  const losing = await findLosing(act, handing);
  if (losing.every(({ id }) => people.includes(id)) || mark === markOf(losing, handing)) return;
  const others = losing.filter(({ id }) => id !== idOf(act.actor));
  throw refuse(
    "handover.loses_sight",
    {
      names: { names: others.map(({ name }) => name) },
      who: others.length === losing.length ? "others" : others.length === 0 ? "you" : "both",
    },
    { corrections: { losing: markOf(losing, handing) } },
  );
}

/**
 * The same once for many; returns whom it is told of.
 * @param to a slug; null is none
 * @throws Refusal conflict, invalid (no such team)
 */
export async function confirmLosingAll(
  act: Act,
  { requestIds, to: slug }: Handing,
  mark?: number,
): Promise<string[]> {
  const to = slug === null ? null : await idOfTeam(act, slug);
  const losing = await findLosing(act, { requestIds, to });
  if (losing.length > 0 && mark !== markOf(losing, { to })) throw tellAll(act, losing, to);
  return losing.map(({ id }) => id);
}

function tellAll({ actor }: Act, losing: Losing[], to: string | null): Refusal {
  const people = losing.map(({ id, name, requests: count }): Said => {
    if (id === idOf(actor)) return { code: "bulk.losing.you", params: { count } };
    return { code: "bulk.losing.other", params: { name, count } };
  });
  return refuse("bulk.loses_sight", { people }, { corrections: { losing: markOf(losing, { to }) } });
}

async function idOfTeam({ tx }: Act, slug: string): Promise<string> {
  const team = await tx.team.findFirst({ where: { slug, archivedAt: null }, select: { id: true } });
  if (!team) throw refuse("team.gone", {}, { field: "team" });
  return team.id;
}

const markOf = (losing: Losing[], { to }: Pick<Handing, "to">) =>
  Buffer.from(digest([...losing.map(({ id }) => id), to].join()), "base64url").readUInt32BE();

/**
 * Those who see one now as members of its team or as its assignee, and will not any more. Without a team an assignee
 * keeps it, with one only as a member of it.
 */
async function findLosing({ tx, settings }: Act, { requestIds, to }: Handing): Promise<Losing[]> {
  if (settings.agentsSee === "all") return [];
  // requests_pkey, team_members_pkey, followers_pkey; the others by their keys.
  return tx.$queryRaw<Losing[]>`
    select p.id, p.name, count(*)::int as requests
    from requests r
    cross join lateral (
      select m."personId" as id from team_members m where m."teamId" = r."teamId"
      union select r."assigneeId") seeing
    join people p on p.id = seeing.id and p.role = 'agent'
    where r.id = any(${requestIds}::uuid[]) and r."teamId" is distinct from ${to}::uuid
      and (${to}::uuid is not null or p.id is distinct from r."assigneeId")
      and ${worksForDeskSql(settings)}
      and not exists (select from team_members m where m."teamId" = ${to}::uuid and m."personId" = p.id)
      and not exists (select from followers f where f."requestId" = r.id and f."personId" = p.id)
      and not exists (
        select from team_members l join teams t on t.id = l."teamId"
        where l."personId" = p.id and l."isLead" and t."archivedAt" is null)
    group by p.id, p.name
    order by p.name, p.id`;
}

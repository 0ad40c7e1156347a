import "server-only";
import { actorColumns, type PersonActor, personOf } from "../actor";
import { now } from "../clock";
import { Prisma, readRows } from "../db";
import { type OwnOrganisation, ownOrganisationsSql } from "../organisations/own";
import { visibleToReadSql } from "../requests/policy";
import { catchUpWith, readDeskSettings, settingsVersionSql } from "../settings";

/** What every page needs to know of its reader, from one statement. Counts end at 100. */
export type Visit = {
  actor: PersonActor;
  usualList: string;
  /** Of agents, as stored. */
  shortcuts: unknown;
  /** The newest reply of an agent that can still be undone. */
  dueReply: { place: string; number: number; dueAt: string } | null;
  openCount: number;
  waitingCount: number;
  /** Without the request that the page opens, whose news is about to be read. */
  unreadCount: number;
  /** Mails to this person's address bounce, so they get none. */
  isUnreachable: boolean;
  catalogVersion: string;
  /** Those that the reader belongs to. */
  organisations: OwnOrganisation[];
  /** Change with most changes of the list: see `readListStamp`. */
  stamps: { own: string; queue: string };
};

type Row = Parameters<typeof personOf>[0] &
  Omit<Visit, "actor" | "stamps"> & {
    settingsVersion: number;
    ownStamp: string | null;
    queueStamp: string | null;
  };

const { teams: _, ...ownColumns } = actorColumns;
const person = Prisma.raw(
  Object.keys(ownColumns)
    .map(column => `p."${column}"`)
    .join(", "),
);

/** As `actorColumns` has them. */
const leadsSql = Prisma.sql`(
  select coalesce(json_agg(json_build_object('teamId', l."teamId") order by l."teamId"), '[]')
  from team_members l join teams t on t.id = l."teamId"
  where l."personId" = p.id and l."isLead" and t."archivedAt" is null)`;

/**
 * @param opening the number of the request whose page this is
 * @param askedNow the languages that their browser asks for
 */
export async function findVisit(
  sessionId: string,
  opening?: number,
  askedNow?: string[],
): Promise<Visit | null> {
  const settings = await readDeskSettings();
  const askedAt = performance.now();
  // Indexes: drafts_pkey, team_members_personId_idx, organisation_members_personId_idx, members_by_phase, notices_unread, members_newest, events_pkey; the others by their keys.
  const [row] = await readRows<Row>(Prisma.sql`
    select ${person}, p."usualList",
      case when p.role <> 'customer' then p.shortcuts end as shortcuts,
      case when p.role <> 'customer' then (
        select json_build_object('place', d.place, 'number', r.number, 'dueAt', d."dueAt")
        from drafts d join requests r on r.id = d."requestId"
        where d."personId" = p.id and d."dueAt" > ${now()} order by d."dueAt" desc limit 1
      ) end as "dueReply",
      exists (select from suppressions x where x.email = p.email and x."liftedAt" is null) as "isUnreachable",
      (select v.value::text from versions v where v.name = 'catalog') as "catalogVersion",
      ${settingsVersionSql} as "settingsVersion",
      ${ownOrganisationsSql} as organisations,
      case when p.role = 'agent' then ${leadsSql} else '[]' end as teams,
      mine.open as "openCount", mine.waiting as "waitingCount", unread.count as "unreadCount",
      (select (extract(epoch from max(m."lastActivityAt")) * 1000)::bigint::text
        from members m where m."personId" = p.id) as "ownStamp",
      case when p.role <> 'customer' then (select max(e.id)::text from events e) end as "queueStamp"
    from sessions s
    join people p on p.id = s."personId"
    cross join lateral (
      select count(*)::int as open, (count(*) filter (where r.status = 'waiting_for_customer'))::int as waiting
      from (
        select m."requestId" from members m where m."personId" = p.id and m."isOpen"
        order by m."lastActivityAt" desc, m."requestId" desc limit 100
      ) latest
      join requests r on r.id = latest."requestId"
    ) mine
    cross join lateral (
      select count(*)::int from (
        select from notices n
        join requests r on r.id = n."requestId"
        where n."personId" = p.id and n."readAt" is null and r.number <> ${opening ?? 0} and ${visibleToReadSql(settings)}
        limit 100
      ) notices
    ) unread
    where s.id = ${sessionId}::uuid and s."endedAt" is null and s."expiresAt" > ${now()} and p."suspendedAt" is null`);
  if (!row) return null;
  const { settingsVersion, ownStamp, queueStamp, ...visit } = row;
  if (await catchUpWith(settingsVersion, askedAt)) return findVisit(sessionId, opening, askedNow);
  const { usualList, shortcuts, dueReply, isUnreachable, catalogVersion, organisations, ...more } = visit;
  const { openCount, waitingCount, unreadCount, ...actor } = more;
  return {
    actor: personOf(actor, settings, askedNow),
    ...{
      usualList,
      shortcuts,
      dueReply,
      isUnreachable,
      catalogVersion,
      openCount,
      waitingCount,
      unreadCount,
      organisations,
    },
    stamps: { own: ownStamp ?? "0", queue: queueStamp ?? "0" },
  };
}

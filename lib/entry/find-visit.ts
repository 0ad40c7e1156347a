import "server-only";
import { actorColumns, type PersonActor } from "../actor";
import { now } from "../clock";
import { Prisma, readRows } from "../db";
import { type OwnOrganisation, ownOrganisationsSql } from "../organisations/own";
import { visibleToReadSql } from "../requests/policy";

/** What every page needs to know of its reader, from one statement. Counts end at 100. */
export type Visit = {
  actor: PersonActor;
  usualList: string;
  /** Of agents, as stored. */
  shortcuts: unknown;
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

type Row = Omit<PersonActor, "kind"> &
  Omit<Visit, "actor" | "stamps"> & { ownStamp: string | null; queueStamp: string | null };

const person = Prisma.raw(
  Object.keys(actorColumns)
    .map(column => `p."${column}"`)
    .join(", "),
);

/** @param opening the number of the request whose page this is */
export async function findVisit(sessionId: string, opening?: number): Promise<Visit | null> {
  // Indexes: organisation_members_personId_idx, members_by_phase, notices_unread, members_newest, events_pkey; the others by their keys.
  const [row] = await readRows<Row>(Prisma.sql`
    select ${person}, p."usualList",
      case when p.role <> 'customer' then p.shortcuts end as shortcuts,
      exists (select from suppressions x where x.email = p.email and x."liftedAt" is null) as "isUnreachable",
      (select v.value::text from versions v where v.name = 'catalog') as "catalogVersion",
      ${ownOrganisationsSql} as organisations,
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
        where n."personId" = p.id and n."readAt" is null and r.number <> ${opening ?? 0} and ${visibleToReadSql}
        limit 100
      ) notices
    ) unread
    where s.id = ${sessionId}::uuid and s."endedAt" is null and s."expiresAt" > ${now()} and p."suspendedAt" is null`);
  if (!row) return null;
  const { ownStamp, queueStamp, ...visit } = row;
  const { usualList, shortcuts, isUnreachable, catalogVersion, organisations, ...more } = visit;
  const { openCount, waitingCount, unreadCount, ...actor } = more;
  return {
    actor: { kind: "person", ...actor },
    ...{
      usualList,
      shortcuts,
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

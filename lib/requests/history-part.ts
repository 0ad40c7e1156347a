import "server-only";
import { filesSql } from "../attachments/files-sql";
import { db, Prisma } from "../db";
import type { Change, EventType } from "../events/types";
import type { FileView } from "../form/file-view";
import { type EarlierWords, earlierSql } from "./earlier-words";
import type { HistoryView } from "./history-view";
import { emailsSql, type PeopleRow, peopleSql } from "./named";

const { sql, empty } = Prisma;

export const partSize = 100;
/** Characters per part: a page of a hundred comments of maximum length would block the process for everybody. */
export const partLength = 100_000;

/** Times within JSON are text, as PostgreSQL writes them. */
export type EventRow = {
  id: string;
  type: string;
  data: unknown;
  at: string;
  actorId: string | null;
  personId: string | null;
  changes: Change[] | null;
  commentId: string | null;
  /** Of the comment, as what follows. */
  body: string;
  createdAt: string;
  editedAt: string | null;
  isShortened: boolean;
  mailId: string | null;
  files: FileView[];
  note?: string | null;
  noteFiles?: FileView[];
};

export type PartRow = {
  /** Oldest first. */
  events: EventRow[];
  /** By comment. */
  earlier: Record<string, EarlierWords> | null;
  people: PeopleRow;
  emails: Record<string, string> | null;
  /** Beyond the part, in the direction it was read in. */
  isMore: boolean;
  /** Read from older to newer. */
  isForward: boolean;
  /** Whether there is anything before a part that was read forward. */
  hasBefore: boolean;
};

export type Asked = {
  requestId: string;
  types: EventType[];
  view: HistoryView;
  withNotes: boolean;
  seesInvited: boolean;
  withAllEarlier: boolean;
};

const newest = 9_223_372_036_854_775_807n;

/** One statement for one part. The caller must have loaded the request through `visibleTo`. */
export async function readPart(asked: Asked): Promise<PartRow> {
  const { view, withNotes, seesInvited, withAllEarlier } = asked;
  const [row] = await db().$queryRaw<PartRow[]>`
    with ${partOf(asked)}
    select
      (select coalesce(json_agg(event), '[]') from (${eventSql(withNotes)}) event) as events,
      ${earlierSql({ asked: view.edit ?? view.entry, isWhole: withAllEarlier })} as earlier,
      ${peopleSql} as people,
      ${seesInvited ? emailsSql : sql`null::json`} as emails,
      coalesce((select max(part."inAll") > count(*) from part), false) as "isMore",
      direction.*
    from direction`;
  if (!row) throw new Error("A history answers with one row.");
  return row;
}

/** The rows `part` and `direction`. */
function partOf(asked: Asked): Prisma.Sql {
  const { view } = asked;
  const before = (id: bigint) => sql`exists (select ${events(asked)} and e.id <= ${id})`;
  const walk = (from: Prisma.Sql, order: Prisma.Sql) => cut(found(asked, from, order), order);
  if (view.after !== undefined)
    return sql`
      part as (${walk(sql`e.id > ${view.after}`, sql`asc`)}),
      direction as (select true as "isForward", ${before(view.after)} as "hasBefore")`;
  const latest = walk(sql`e.id < ${view.before ?? newest}`, sql`desc`);
  if (view.entry === undefined)
    return sql`part as (${latest}), direction as (select false as "isForward", false as "hasBefore")`;
  // Read from the entry on where the latest part does not reach it: the database leaves that out otherwise.
  const reaches = sql`(select coalesce(min(latest.id) <= ${view.entry} or max(latest."inAll") = count(*), true) from latest)`;
  return sql`
    latest as (${latest}),
    later as (select * from (${walk(sql`e.id >= ${view.entry}`, sql`asc`)}) later where not ${reaches}),
    part as (select * from later union all select * from latest where ${reaches}),
    direction as (select not ${reaches} as "isForward", not ${reaches} and ${before(view.entry - 1n)} as "hasBefore")`;
}

/** Index events_of_request. */
const events = ({ requestId, types, view, withNotes }: Asked) => sql`
  from events e where e."requestId" = ${requestId}::uuid and e.type = any(${types})
  and (${view.show === "all"} or e."commentId" is not null ${withNotes ? sql`or e."noteId" is not null` : empty})`;

/** One event more than a part has; "offset 0" makes the database look up the words of each by their key. */
const found = (asked: Asked, from: Prisma.Sql, order: Prisma.Sql) => sql`
  select e.*, c.body, c."createdAt", c."editedAt", c."isShortened", h.values as changes,
    coalesce(length(c.body), 0) + coalesce(length(h.values::text), 0) ${asked.withNotes ? sql`+ coalesce(length(n.note), 0)` : empty} as length
    ${asked.withNotes ? sql`, n.note` : empty}
  from (
    select e.id, e.type, e.data, e.at, e."actorId", e."personId", e."commentId", e."noteId" ${events(asked)}
    and ${from} order by e.id ${order} limit ${partSize + 1}
  ) e
  left join lateral (select * from comments c where c.id = e."commentId" offset 0) c on true
  left join lateral (
    select h.values from changes h where h."eventId" = e.id and e.type = 'request_corrected' offset 0
  ) h on true
  ${asked.withNotes ? sql`left join lateral (select n.body as note from notes n where n.id = e."noteId" offset 0) n on true` : empty}`;

const cut = (rows: Prisma.Sql, order: Prisma.Sql) => sql`
  select * from (
    select found.*, count(*) over () as "inAll",
      row_number() over (order by found.id ${order}) as place,
      sum(found.length) over (order by found.id ${order}) as "soFar"
    from (${rows}) found
  ) measured
  where place = 1 or (place <= ${partSize} and "soFar" <= ${partLength})`;

// Flat, as PostgreSQL turns a row into JSON in half the time that it takes for nested objects.
const eventSql = (withNotes: boolean) => sql`
  select part.id::text, part.type, part.data, part.at, part."actorId"::text, part."personId"::text, part.changes,
    part."commentId"::text, part.body, part."createdAt", part."editedAt", part."isShortened",
    case when part."isShortened" then (
      select m.id::text from inbound_mails m where m."commentId" = part."commentId"
    ) end as "mailId",
    case when part."commentId" is not null then ${filesSql(sql`f."commentId" = part."commentId"`)} end as files
    ${withNotes ? sql`, part.note, case when part."noteId" is not null then ${filesSql(sql`f."noteId" = part."noteId"`)} end as "noteFiles"` : empty}
  from part order by part.id`;

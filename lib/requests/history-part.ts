import "server-only";
import type { Actor } from "../actor";
import { Prisma, readRows } from "../db";
import type { EventType } from "../events/types";
import { type EarlierWords, earlierSql } from "./earlier-words";
import { type EventRow, eventRows, withWords } from "./event-rows";
import type { HistoryView } from "./history-view";
import { emailsSql, numbersSql, type PeopleRow, peopleSql, tagsSql, teamsSql } from "./named";

const { sql, empty } = Prisma;

export const partSize = 100;
/** Characters per part: a page of a hundred comments of maximum length would block the process for everybody. */
export const partLength = 100_000;

export type PartRow = {
  /** Oldest first. */
  events: EventRow[];
  /** By comment. */
  earlier: Record<string, EarlierWords> | null;
  people: PeopleRow;
  emails: Record<string, string> | null;
  /** Of those that notes are for. */
  tags: Record<string, string> | null;
  teams: Record<string, string> | null;
  numbers: Record<string, number> | null;
  /** Beyond the part, in the direction it was read in. */
  isMore: boolean;
  /** Read from older to newer. */
  isForward: boolean;
  /** Whether there is anything before a part that was read forward. */
  hasBefore: boolean;
};

export type Asked = {
  actor: Actor;
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
  const { actor, view, withNotes, seesInvited, withAllEarlier } = asked;
  const [row] = await readRows<PartRow>(sql`
    with ${partOf(asked)}
    select
      ${eventRows(withNotes)} as events,
      ${earlierSql({ asked: view.edit ?? view.entry, isWhole: withAllEarlier })} as earlier,
      ${peopleSql} as people,
      ${seesInvited ? emailsSql : sql`null::json`} as emails,
      ${withNotes ? tagsSql : sql`null::json`} as tags,
      ${withNotes ? teamsSql : sql`null::json`} as teams,
      ${withNotes ? numbersSql(actor) : sql`null::json`} as numbers,
      coalesce((select max(part."inAll") > count(*) from part), false) as "isMore",
      direction.*
    from direction`);
  if (!row) throw new Error("A history answers with one row.");
  return row;
}

/** The rows `part` and `direction`. */
function partOf(asked: Asked): Prisma.Sql {
  const { view, withNotes } = asked;
  const before = (id: bigint) => sql`exists (select ${events(asked)} and e.id <= ${id})`;
  const walk = (from: Prisma.Sql, order: Prisma.Sql) => cut(found(asked, from, order), withNotes, order);
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

/** One more than a part has. */
const found = (asked: Asked, from: Prisma.Sql, order: Prisma.Sql) => sql`
  select e.id, e.type, e.data, e.at, e."actorId", e."personId", e."commentId", e."noteId" ${events(asked)}
  and ${from} order by e.id ${order} limit ${partSize + 1}`;

const cut = (rows: Prisma.Sql, withNotes: boolean, order: Prisma.Sql) => sql`
  select * from (
    select found.*, count(*) over () as "inAll",
      row_number() over (order by found.id ${order}) as place,
      sum(
        coalesce(length(found.body), 0) + coalesce(length(found.changes::text), 0)
        ${withNotes ? sql`+ coalesce(length(found.note), 0)` : empty}
      ) over (order by found.id ${order}) as "soFar"
    from (${withWords(rows, withNotes)}) found
  ) measured
  where place = 1 or (place <= ${partSize} and "soFar" <= ${partLength})`;

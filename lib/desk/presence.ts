import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { before } from "../clock";
import { db, Prisma } from "../db";
import { deskVisibleTo, viewSql, visibleSql, worksForDeskSql } from "../requests/policy";
import { numberOf, referenceOf } from "../requests/reference";
import { type DeskSettings, readDeskSettings } from "../settings";
import type { EndInput, LookInput } from "./input";

/** How long somebody counts as there after their page has last said so. */
export const lastsMs = 25_000;
/** Windows of one person that count at once. */
const maxLooks = 30;

export type Present = {
  reference: string;
  name: string;
  isWriting: boolean;
  /** Milliseconds until this is out of date, unless it is said again. */
  forMs: number;
};

type Row = Pick<Present, "name" | "isWriting"> & { number: number; beatAt: Date | string };

/** Who else looks at these requests for the desk. What one of their windows says outweighs the others' silence. */
const othersSql = (actor: PersonActor, numbers: number[], at: Date, settings: DeskSettings) => Prisma.sql`
  select r.number, p.name, bool_or(x."isWriting") as "isWriting", min(x."beatAt") as "beatAt"
  from requests r
  join presences x on x."requestId" = r.id
  join people p on p.id = x."personId"
  where r.number = any(${numbers}::int[]) and x."beatAt" > ${before(at, lastsMs)} and p.id <> ${actor.id}::uuid
    and ${worksForDeskSql(settings)} and ${visibleSql(actor)} and ${viewSql(actor)} = 'agent'
  group by r.number, p.id
  order by "isWriting" desc, p.name, p.id`; // requests_number_key, presences_of_request, people_pkey

/**
 * Notes that an agent looks at a request, tells the desk's open pages if that is new, and answers who else does; null for
 * whoever does not work on it for the desk. One statement, because it is asked all day.
 */
export async function noteLook(
  actor: PersonActor,
  { reference, lookId, isWriting }: LookInput,
  at: Date,
): Promise<Present[] | null> {
  const number = numberOf(reference);
  if (number === null || !isAgent(actor)) return null;
  const me = Prisma.sql`${actor.id}::uuid`;
  const look = Prisma.sql`${lookId}::uuid`;
  const mine = Prisma.sql`presences x where x."personId" = ${me}`;
  const expired = before(at, lastsMs);
  const settings = await readDeskSettings();
  const [row] = await db().$queryRaw<{ others: Row[] }[]>`
    with here as (
      select r.id from requests r where r.number = ${number} and ${visibleSql(actor)} and ${viewSql(actor)} = 'agent'
    ), earlier as (
      select x."isWriting" from ${mine} and x."lookId" = ${look} and x."beatAt" > ${expired}
    ), swept as (
      delete from ${mine} and x."lookId" <> ${look} and x."beatAt" <= ${expired}
    ), beat as (
      insert into presences ("personId", "lookId", "requestId", "isWriting", "beatAt")
      select ${me}, ${look}, here.id, ${isWriting}, ${at} from here
      where exists (select from earlier) or (select count(*) from ${mine}) < ${maxLooks}
      on conflict ("personId", "lookId") do update
      set "requestId" = excluded."requestId", "isWriting" = excluded."isWriting", "beatAt" = excluded."beatAt"
      returning "requestId"
    )
    select
      (
        select pg_notify('lodge_news', concat('presence:', beat."requestId")) is null from beat
        where not exists (select from earlier where earlier."isWriting" = ${isWriting})
      ) as told,
      (select coalesce(json_agg(other), '[]') from (${othersSql(actor, [number], at, settings)}) other) as others
    from here`;
  return row ? tell(row.others, at, settings) : null;
}

/** One window is closed or shows something else; those that show the request elsewhere keep its reader there. */
export async function endLook({ id }: PersonActor, { lookId }: EndInput): Promise<void> {
  await db().$queryRaw`
    with ended as (
      delete from presences where "personId" = ${id}::uuid and "lookId" = ${lookId}::uuid returning "requestId"
    )
    select pg_notify('lodge_news', concat('presence:', ended."requestId")) is null as told from ended`;
}

/** Of the rows of a queue; null for whoever is no agent. */
export async function listPresent(
  actor: PersonActor,
  references: string[],
  at: Date,
): Promise<Present[] | null> {
  if (!isAgent(actor)) return null;
  const numbers = references.map(numberOf).filter(number => number !== null);
  const settings = await readDeskSettings();
  return tell(await db().$queryRaw<Row[]>(othersSql(actor, numbers, at, settings)), at, settings);
}

/** Whether an open page may know that somebody has come or gone: that of a request, or the queue. */
export async function hearsOfPresent(actor: PersonActor, requestId: string | undefined): Promise<boolean> {
  if (!isAgent(actor)) return false;
  if (requestId === undefined) return true;
  const takesPart = { some: { personId: actor.id } };
  const where = { AND: [{ id: requestId }, deskVisibleTo(actor)], NOT: { members: takesPart } };
  return (await db().serviceRequest.count({ where })) > 0; // requests_pkey, members_pkey
}

function tell(rows: Row[], at: Date, settings: DeskSettings): Present[] {
  return rows.map(({ number, name, isWriting, beatAt }) => ({
    reference: referenceOf(number, settings),
    ...{ name, isWriting },
    forMs: Math.max(0, new Date(beatAt).getTime() + lastsMs - at.getTime()),
  }));
}

export async function sweepPresences(at: Date): Promise<void> {
  await db().presence.deleteMany({ where: { beatAt: { lte: before(at, lastsMs) } } });
}

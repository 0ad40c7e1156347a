import "server-only";
import type { Actor } from "../actor";
import { db, Prisma } from "../db";
import { openTypes } from "../events/audience";
import type { Status } from "../generated/enums";
import { deskVisibleSql, deskVisibleTo } from "../requests/policy";
import { numberOf, referenceOf } from "../requests/reference";
import { type DeskSettings, readDeskSettings } from "../settings";
import type { LinkSide } from "./linking";

const { sql } = Prisma;

type Row = { number: number; summary: string; status: Status; typeSlug: string; how: LinkSide };
/** A request that another one is linked with, as an agent sees it. */
export type Linked = Omit<Row, "number"> & { reference: string };
export type LinkedRow = { linked: Row[] };

export const maxLinked = 20;

const side = (own: Prisma.Sql, other: Prisma.Sql, how: Prisma.Sql) => sql`
  select ${other} as id, l."createdAt", case when l.kind = 'related' then 'related' else ${how} end as how
  from request_links l where ${own} = request.id`;

/** The latest of the row `request` that this agent sees, as JSON. Indexes request_links_pkey, request_links_to. */
export const linkedSql = (actor: Actor): Prisma.Sql => sql`(
  select coalesce(json_agg(linked), '[]') from (
    select r.number, r.summary, r.status, t.slug as "typeSlug", l.how
    from (
      ${side(sql`l."fromId"`, sql`l."toId"`, sql`'duplicate_of'`)}
      union all ${side(sql`l."toId"`, sql`l."fromId"`, sql`'duplicated_by'`)}
    ) l
    cross join lateral (select * from requests r where r.id = l.id and ${deskVisibleSql(actor)} offset 0) r
    join form_versions f on f.id = r."formVersionId"
    join request_types t on t.id = f."typeId"
    order by l."createdAt" desc, r.number desc limit ${maxLinked + 1}
  ) linked
)`;

/** With one more than are shown, where there are more. */
export const linkedOf = ({ linked }: LinkedRow, settings: DeskSettings): Linked[] =>
  linked.map(({ number, ...other }) => ({ reference: referenceOf(number, settings), ...other }));

type Named = { reference: string; summary: string };
type LinkPage = Named & {
  version: number;
  latest: string;
  isOpen: boolean;
  /** The latest others of its customer, which it most often belongs to. */
  others: Named[];
};

const maxOthers = 10;

/** What the form for a link says of its request; null for whoever does not see it as an agent. */
export async function readLinkPage(actor: Actor, reference: string): Promise<LinkPage | null> {
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ number: numberOf(reference) ?? 0 }, deskVisibleTo(actor)] },
    select: {
      ...{ id: true, number: true, summary: true, version: true, isOpen: true, requesterId: true },
      events: { where: { type: { in: openTypes } }, orderBy: { id: "desc" }, take: 1, select: { id: true } },
    },
  });
  if (!request) return null;
  const { id, requesterId, number, events, ...rest } = request;
  const settings = await readDeskSettings();
  const others = await readOthers(actor, { id, requesterId });
  return {
    reference: referenceOf(number, settings),
    latest: String(events[0]?.id ?? 0),
    others: others.map(other => ({
      reference: referenceOf(other.number, settings),
      summary: other.summary,
    })),
    ...rest,
  };
}

// Index members_newest.
const readOthers = (actor: Actor, { id, requesterId }: { id: string; requesterId: string }) =>
  db().$queryRaw<{ number: number; summary: string }[]>`
    select r.number, r.summary from members m
    cross join lateral (select * from requests r where r.id = m."requestId" and ${deskVisibleSql(actor)} offset 0) r
    where m."personId" = ${requesterId}::uuid and m.role = 'requester' and m."requestId" <> ${id}::uuid
    order by m."lastActivityAt" desc, m."requestId" desc limit ${maxOthers}`;

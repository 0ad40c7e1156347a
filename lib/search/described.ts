import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { Prisma } from "../db";
import type { MemberRole, Priority, Resolution, Status } from "../generated/enums";

const { sql, empty } = Prisma;

export type Row = {
  id: string;
  number: number;
  summary: string;
  status: Status;
  isOpen: boolean;
  resolution: Resolution | null;
  priority: Priority;
  deskSpokeLast: boolean;
  typeName: string;
  typeSlug: string;
  requesterName: string;
  assigneeName: string | null;
  /** Agents alone are told. */
  teamName?: string | null;
  ownRole: MemberRole | null;
  /** Slugs, in the desk's list alone. */
  tags?: string[];
  isUnread: boolean;
  createdAt: Date;
  lastActivityAt: Date;
  waitingSince: Date;
  snoozedUntil: Date | null;
  k0: unknown;
  k1?: unknown;
  k2?: unknown;
  sorted: unknown;
  /** Of agents' lists that were not searched: how the newest message of a customer begins. */
  lastWords?: string | null;
};

/** What row `r` of requests says of itself in a list, and by what the rest is looked up. */
export const describes = sql`
  r.number, r.summary, r.status::text as status, r."isOpen", r.resolution::text as resolution, r.priority::text as priority,
  r."deskSpokeLast", r."createdAt", r."lastActivityAt", r."waitingSince", r."snoozedUntil", r."formVersionId",
  r."requesterId", r."assigneeId", r."teamId"`;

// Named, because a column costs as much as what it says, also if nobody reads it.
const own = sql`
  x.number, x.summary, x.status, x."isOpen", x.resolution, x.priority, x."deskSpokeLast", x."createdAt", x."lastActivityAt",
  x."waitingSince", x."snoozedUntil"`;

const team = sql`(select t.name from teams t where t.id = x."teamId") as "teamName",`;

// Asked of all notices of the request: asked for unread ones alone, PostgreSQL goes through all unread ones of the person by
// notices_unread, for each row.
const isUnreadBy = ({ id }: PersonActor) => sql`coalesce((
      select bool_or(n."readAt" is null) from notices n where n."personId" = ${id}::uuid and n."requestId" = x.id
    ), false)`;

/**
 * More `columns` of rows `x`. They come from tables that are `read` once for all rows, before these are described
 * (`name as materialized (…), …`), and that `joins` adds to each row.
 */
export type Beside = Record<"columns" | "read" | "joins", Prisma.Sql>;

/** Of such rows `x`, which are those to show, all of `Row`, `named` and `more`, by their keys and notices_of_request. */
export const describedSql = (
  actor: PersonActor,
  rows: Prisma.Sql,
  named: Prisma.Sql,
  more = empty,
  beside?: Beside,
): Prisma.Sql => sql`
  ${beside ? sql`with x as materialized (${rows}), ${beside.read}` : empty}
  select ${named}, ${own},
    t.name as "typeName", t.slug as "typeSlug",
    (select p.name from people p where p.id = x."requesterId") as "requesterName",
    (select p.name from people p where p.id = x."assigneeId") as "assigneeName",
    ${isAgent(actor) ? team : empty}
    ${isUnreadBy(actor)} as "isUnread",
    (select m.role::text from members m where m."requestId" = x.id and m."personId" = ${actor.id}::uuid) as "ownRole" ${more} ${beside?.columns ?? empty}
  from ${beside ? sql`x` : sql`(${rows}) x`}
  cross join lateral (
    select t.name, t.slug from form_versions f join request_types t on t.id = f."typeId" where f.id = x."formVersionId" offset 0
  ) t
  ${beside?.joins ?? empty}`;

const maxLastWords = 300;

/**
 * What rows `x` of the queue say besides, by comments_requestId_idx, people_pkey and requests_pkey: the beginning of the newest
 * comment of a customer, or of what was answered when the request was raised.
 */
export const lastWordsSql: Prisma.Sql = sql`,
  coalesce(
    (select left(c.body, ${maxLastWords}) from (select id, body, "authorId" from comments where "requestId" = x.id offset 0) c
      where (select p.role = 'customer' from people p where p.id = c."authorId") order by c.id desc limit 1),
    (select left(r."searchText", ${maxLastWords}) from requests r where r.id = x.id)
  ) as "lastWords"`;

import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import type { MemberRole, Resolution, Status } from "../generated/enums";

const { sql, empty } = Prisma;

export type Row = {
  id: string;
  number: number;
  summary: string;
  status: Status;
  isOpen: boolean;
  resolution: Resolution | null;
  deskSpokeLast: boolean;
  typeName: string;
  typeSlug: string;
  requesterName: string;
  assigneeName: string | null;
  ownRole: MemberRole | null;
  isUnread: boolean;
  createdAt: Date;
  lastActivityAt: Date;
  waitingSince: Date;
  k0: unknown;
  k1?: unknown;
  sorted: unknown;
};

/** What row `r` of requests says of itself in a list. */
export const describes = sql`
  r.number, r.summary, r.status::text as status, r."isOpen", r.resolution::text as resolution, r."deskSpokeLast", r."createdAt",
  r."lastActivityAt", r."waitingSince", r."formVersionId", r."requesterId", r."assigneeId"`;

/** Of such rows `x`, which are those to show, all of `Row` and `more`, by their keys and notices_of_request. */
export const describedSql = (actor: PersonActor, rows: Prisma.Sql, more = empty): Prisma.Sql => sql`
  select x.*,
    t.name as "typeName", t.slug as "typeSlug",
    (select p.name from people p where p.id = x."requesterId") as "requesterName",
    (select p.name from people p where p.id = x."assigneeId") as "assigneeName",
    exists (select from notices n where n."personId" = ${actor.id}::uuid and n."requestId" = x.id
            and n."readAt" is null offset 0) as "isUnread",
    (select m.role::text from members m where m."requestId" = x.id and m."personId" = ${actor.id}::uuid) as "ownRole" ${more}
  from (${rows}) x
  cross join lateral (
    select t.name, t.slug from form_versions f join request_types t on t.id = f."typeId" where f.id = x."formVersionId" offset 0
  ) t`;

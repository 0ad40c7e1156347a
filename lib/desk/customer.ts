import "server-only";
import type { Actor } from "../actor";
import { Prisma } from "../db";
import type { Status } from "../generated/enums";
import { visibleSql } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import type { DeskSettings } from "../settings";

const { sql } = Prisma;

/** What else the requester of a request has raised, and what time it is for them. */
export type Customer = {
  timeZone: string;
  /** Their latest other ones. */
  others: { reference: string; summary: string; status: Status; typeSlug: string }[];
  /** Of all other ones, those that are open; counting stops at a hundred. */
  openCount: number;
  hasMore: boolean;
};

export type CustomerRow = {
  requesterZone: string;
  others: { number: number; summary: string; status: Status; typeSlug: string }[];
  othersOpen: number;
};

const maxShown = 5;
const maxCounted = 100;

/** Columns beside the rows `request` and `requester`. */
export function customerSql(actor: Actor): Prisma.Sql {
  const raised = sql`m."personId" = request."requesterId" and m.role = 'requester' and m."requestId" <> request.id`;
  // Indexes: members_newest, members_by_phase; the others by their keys.
  return sql`
    requester."timeZone" as "requesterZone",
    (
      select coalesce(json_agg(other), '[]') from (
        select r.number, r.summary, r.status, t.slug as "typeSlug"
        from (select m."requestId" as id from members m where ${raised} order by m."lastActivityAt" desc, m."requestId" desc limit ${maxShown + 1}) m
        cross join lateral (select * from requests r where r.id = m.id and ${visibleSql(actor)} offset 0) r
        join form_versions f on f.id = r."formVersionId"
        join request_types t on t.id = f."typeId"
      ) other
    ) as others,
    (
      select count(*)::int from (
        select from members m cross join lateral (select from requests r where r.id = m."requestId" and ${visibleSql(actor)} offset 0) r
        where ${raised} and m."isOpen" limit ${maxCounted}
      ) counted
    ) as "othersOpen"`;
}

export function customerOf(
  { requesterZone, others, othersOpen }: CustomerRow,
  settings: DeskSettings,
): Customer {
  return {
    timeZone: requesterZone,
    others: others
      .slice(0, maxShown)
      .map(({ number, ...other }) => ({ reference: referenceOf(number, settings), ...other })),
    openCount: othersOpen,
    hasMore: others.length > maxShown,
  };
}

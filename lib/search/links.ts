import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import { deskVisibleSql } from "../requests/policy";

const { sql } = Prisma;

/** How a request is linked with another: at all, as a duplicate of it, or as what it is a duplicate of. */
export const linkStates = ["linked", "duplicate", "duplicated"] as const;
export type LinkState = (typeof linkStates)[number];

/** A reference with whatever prefix, or the number alone. */
export const linkedReference = /^(?:[a-z][a-z0-9]{1,9}-|#)?([1-9]\d{0,8})$/i;
export const linkedNumber = (reference: string) => Number(linkedReference.exec(reference)?.[1] ?? 0);

/**
 * Those that are linked with this one, if it is on the reader's desk, read once for a statement. Indexes:
 * requests_number_key, request_links_pkey, request_links_to.
 */
export const linkedWith = (number: number, reader: PersonActor): Prisma.Sql => sql`array(
  select l.id from (select r.id from requests r where r.number = ${number} and ${deskVisibleSql(reader)} offset 0) o
  cross join lateral (
    select l."toId" as id from request_links l where l."fromId" = o.id
    union all select l."fromId" from request_links l where l."toId" = o.id
  ) l)`;

/** Row `r` is linked with another that is on the reader's desk. */
export const isLinked = (state: LinkState, reader: PersonActor): Prisma.Sql => {
  const seen = (other: Prisma.Sql) =>
    sql`exists (select from requests r where r.id = ${other} and ${deskVisibleSql(reader)} offset 0)`;
  const only = state === "linked" ? sql`` : sql` and l.kind = 'duplicate'`;
  const out = sql`exists (
    select from request_links l where l."fromId" = r.id${only} and ${seen(sql`l."toId"`)} offset 0)`;
  const back = sql`exists (
    select from request_links l where l."toId" = r.id${only} and ${seen(sql`l."fromId"`)} offset 0)`;
  return state === "duplicate" ? out : state === "duplicated" ? back : sql`(${out} or ${back})`;
};

import "server-only";
import { Prisma } from "../db";
import { takesPartSql } from "../requests/policy";
import {
  hasNumber,
  type Inside,
  isInAgentAnswers,
  isInCustomer,
  isInCustomerNote,
  isInFile,
  isInNote,
  isInPassage,
} from "./found";
import type { Term } from "./terms";

const { sql, join, raw, empty } = Prisma;

/** Whether a row of `saidSql` has the term in this place. */
export const flagOf = (place: number): Prisma.Sql => raw(`has${place}`);

const flags = (terms: Term[], isInside: (term: Term) => Prisma.Sql) =>
  join(terms.map((term, place) => sql`${isInside(term)} as ${flagOf(place)}`));

const anyOf = (terms: Term[]) =>
  join(terms.map((_, place) => sql`bool_or(${flagOf(place)}) as ${flagOf(place)}`));

/** Whether request `r` has the term, whose other texts are told by these rows. */
export const hasTerm = (term: Term, place: number, rows: Prisma.Sql[]): Prisma.Sql =>
  sql`(${join([hasNumber(term), ...rows.map(row => sql`${row}.${flagOf(place)}`)], " or ")})`;

/**
 * Which terms the requests say that are the rows of `requested` and the array `ids`, as `(id, has0, has1, …)`; their numbers
 * are not looked at. Of many requests everything is read at once, by one walk of each index.
 */
export function saidSql(
  terms: Term[],
  inside: Inside | null,
  { requested, ids }: Record<"requested" | "ids", Prisma.Sql>,
): Prisma.Sql {
  // passages_requestId_idx
  const passages = sql`select p."requestId" as id, ${flags(terms, isInPassage)} from passages p where p."requestId" = any (${ids})`;
  const grouped = (texts: Prisma.Sql) =>
    sql`select said.id, ${anyOf(terms)} from (${texts}) said group by said.id`;
  if (!inside) return grouped(passages);
  const requesters = sql`array(select r."requesterId" from ${requested} r)`;
  // people_pkey, customer_notes_of_person, notes_requestId_idx, agent_answers_pkey, files_requestId_idx, members_pkey
  return sql`
    with customers as materialized (select id, folded from people where id = any (${requesters})),
    noted as materialized (select "personId", folded, body from customer_notes where "personId" = any (${requesters})),
    attached as materialized (select "requestId", "noteId", folded, name from files where "requestId" = any (${ids}))
    ${grouped(sql`
      ${passages}
      union all
      select r.id, ${flags(terms, isInCustomer)} from ${requested} r join customers p on p.id = r."requesterId"
      union all
      select * from (
        select n."requestId", ${flags(terms, isInNote)} from notes n where n."requestId" = any (${ids})
        union all
        select g."requestId", ${flags(terms, isInAgentAnswers)} from agent_answers g where g."requestId" = any (${ids})
        union all
        select f."requestId", ${flags(terms, isInFile)} from attached f where f."noteId" is not null
        union all
        select r.id, ${flags(terms, isInCustomerNote)} from ${requested} r join noted k on k."personId" = r."requesterId"
        offset 0
      ) internal
      where "requestId" not in (
        select v."requestId" from members v where v."requestId" = any (${ids}) and v."personId" = ${inside.reader.id}::uuid
      )`)}`;
}

/** Whether request `r` has all terms. What the desk alone finds is only read where its passages do not have them. */
export function hasTerms(terms: Term[], inside: Inside | null): Prisma.Sql {
  const all = (...rows: Prisma.Sql[]) =>
    join(
      terms.map((term, place) => hasTerm(term, place, rows)),
      " and ",
    );
  // passages_requestId_idx
  return sql`(
    select coalesce(${all(sql`said`)}, false) ${inside ? sql`or (select ${all(sql`said`, sql`inside`)} from (${rowInsideSql(terms, inside)}) inside)` : empty}
    from (select ${anyOf(terms)} from (
      select ${flags(terms, isInPassage)} from passages p where p."requestId" = r.id offset 0
    ) p) said)`;
}

function rowInsideSql(terms: Term[], { reader }: Inside): Prisma.Sql {
  // people_pkey, notes_requestId_idx, agent_answers_pkey, files_requestId_idx, customer_notes_of_person, members_pkey
  return sql`
    select ${anyOf(terms)} from (
      select ${flags(terms, isInCustomer)} from people p where p.id = r."requesterId"
      union all
      select * from (
        select ${flags(terms, isInNote)} from notes n where n."requestId" = r.id
        union all
        select ${flags(terms, isInAgentAnswers)} from agent_answers g where g."requestId" = r.id
        union all
        select ${flags(terms, isInFile)} from (select * from files where "requestId" = r.id offset 0) f where f."noteId" is not null
        union all
        select ${flags(terms, isInCustomerNote)} from customer_notes k where k."personId" = r."requesterId"
        offset 0
      ) internal
      where not ${takesPartSql(reader, sql`r.id`)}
    ) texts`;
}

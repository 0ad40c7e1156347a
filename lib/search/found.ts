import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import { needlesOf, type Term } from "./terms";

const { sql, join, empty } = Prisma;

/** Whether a folded text has one of them. */
export const hasOneOf = (folded: Prisma.Sql, needles: string[]): Prisma.Sql =>
  sql`(${join(
    needles.map(needle => sql`strpos(${folded}, ${needle}) > 0`),
    " or ",
  )})`;

/** Whether a folded text has the term; `typed` is the same text as it was written. */
function isIn(term: Term, folded: Prisma.Sql, typed: Prisma.Sql): Prisma.Sql {
  if (term.exact !== null)
    return sql`(strpos(${folded} || ' ', ${` ${term.text} `}) > 0 and strpos(lower(${typed}), ${term.exact}) > 0)`;
  return hasOneOf(folded, needlesOf(term));
}

// requests_pkey, comments_pkey, files_pkey
const typedInForm = sql`(select q.summary || ' ' || q."searchText" from requests q where q.id = p."requestId")`;
const bodyOfComment = sql`(select c.body from comments c where c.id = p."sourceId")`;
const nameOfFile = sql`(select f.name from files f where f.id = p."sourceId")`;

/** In passage `p`. */
export const isInPassage = (term: Term): Prisma.Sql =>
  isIn(
    term,
    sql`p.folded`,
    sql`case when p."sourceId" = p."requestId" then ${typedInForm} else coalesce(${bodyOfComment}, ${nameOfFile}) end`,
  );

/** In passage `p` of a comment. */
export const isInComment = (term: Term): Prisma.Sql => isIn(term, sql`p.folded`, bodyOfComment);

export const isInNote = (term: Term): Prisma.Sql => isIn(term, sql`n.folded`, sql`n.body`);

export const isInAgentAnswers = (term: Term): Prisma.Sql => isIn(term, sql`g.folded`, sql`g."searchText"`);

export const isInFile = (term: Term): Prisma.Sql => isIn(term, sql`f.folded`, sql`f.name`);

export const isInCustomerNote = (term: Term): Prisma.Sql => isIn(term, sql`k.folded`, sql`k.body`);

/** What the desk alone searches; `reader` for whom, because whoever takes part in a request finds no internal word of it. */
export type Inside = { reader: PersonActor };

export const isInCustomer = (term: Term): Prisma.Sql =>
  term.exact === null ? hasOneOf(sql`p.folded`, needlesOf(term)) : sql`false`;

export function hasNumber({ digits, isWhole }: Term): Prisma.Sql {
  if (digits === null) return sql`false`;
  return isWhole ? sql`r.number = ${Number(digits)}` : sql`starts_with(r.number::text, ${digits})`;
}

export const numbersIn = (terms: Term[]): number[] =>
  terms.flatMap(({ digits }) => (digits ? [Number(digits)] : []));

/** Relevance: the request's own number first, then words in the summary, then how often it has them itself. */
export function matchOf(terms: Term[]): Prisma.Sql {
  const numbers = terms
    .filter(({ digits }) => digits)
    .map(({ digits }) => sql` + case when r.number::text = ${digits} then 100000 else 0 end`);
  const points = terms.map(term => sql`case when ${isInSummary(term)} then 1000 else 0 end`);
  const most = Math.floor(900 / terms.length);
  const times = terms
    .flatMap(needlesOf)
    .map(
      needle =>
        sql` + least(10 * (length(replace(p.folded, ${needle}, ${`${needle}.`})) - length(p.folded)), ${most}::int)`,
    );
  // passages_pkey
  return sql`coalesce((select ${join(points, " + ")} ${join(times, "")} from passages p where p."sourceId" = r.id), 0)::int
    ${numbers.length > 0 ? join(numbers, "") : empty}`;
}

/** The passage of a request begins with its summary. */
function isInSummary(term: Term): Prisma.Sql {
  if (term.exact !== null) return sql`strpos(lower(r.summary), ${term.exact}) > 0`;
  return join(
    needlesOf(term).map(needle => sql`strpos(p.folded, ${needle}) between 1 and length(r.summary) + 1`),
    " or ",
  );
}

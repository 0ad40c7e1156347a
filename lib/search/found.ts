import "server-only";
import { Prisma } from "../db";
import { needleOf, needlesOf, type Term } from "./terms";

const { sql, join, empty } = Prisma;

const sources = {
  request: {
    words: sql`r.words`,
    folded: sql`r.folded`,
    typed: sql`r.summary || ' ' || r."searchText"`,
  },
  comment: { words: sql`c.words`, folded: sql`c.folded`, typed: sql`c.body` },
  note: { words: sql`n.words`, folded: sql`n.folded`, typed: sql`n.body` },
};

/** Full text for whole words, prefixes and phrases; substring search for parts of words. */
export function isIn(term: Term, source: keyof typeof sources): Prisma.Sql {
  const { words, folded, typed } = sources[source];
  if (term.exact !== null)
    return sql`(${words} @@ to_tsquery('simple', ${queryFor(term)}) and strpos(lower(${typed}), ${term.exact}) > 0)`;
  const found = term.isPart
    ? sql`strpos(${folded}, ${needleOf(term)}) > 0`
    : sql`${words} @@ to_tsquery('simple', ${queryFor(term)})`;
  return term.apart === null ? found : sql`(${found} or strpos(${folded}, ${` ${term.apart}`}) > 0)`;
}

/** Folded text has no query syntax in it; the quotes keep PostgreSQL from splitting tokens. */
function queryFor({ text, exact }: Term): string {
  const phrase = text
    .split(" ")
    .map(word => `'${word}'`)
    .join(" <-> ");
  return exact === null ? `${phrase}:*` : phrase;
}

export type Inside = "note" | "customer";

/** Whether request `r` has the term. Scalar subqueries keep the database from joining, and reading, whole tables. */
export function hasTerm(term: Term, inside: readonly Inside[]): Prisma.Sql {
  const anywhere = [
    isIn(term, "request"),
    hasNumber(term),
    ...(inside.includes("customer") ? [isOfCustomer(term)] : []),
    // comments_requestId_idx, notes_requestId_idx
    sql`(select true from comments c where c."requestId" = r.id and ${isIn(term, "comment")} limit 1)`,
    ...(inside.includes("note")
      ? [sql`(select true from notes n where n."requestId" = r.id and ${isIn(term, "note")} limit 1)`]
      : []),
  ];
  return sql`(${join(anywhere, " or ")})`;
}

function isOfCustomer(term: Term): Prisma.Sql {
  if (term.exact !== null) return sql`false`;
  const hits = needlesOf(term).map(needle => sql`strpos(p.folded, ${needle}) > 0`);
  // people_pkey
  return sql`(select ${join(hits, " or ")} from people p where p.id = r."requesterId")`;
}

function hasNumber({ digits, isWhole }: Term): Prisma.Sql {
  if (digits === null) return sql`false`;
  return isWhole ? sql`r.number = ${Number(digits)}` : sql`starts_with(r.number::text, ${digits})`;
}

export const numbersIn = (terms: Term[]): number[] =>
  terms.flatMap(({ digits }) => (digits ? [Number(digits)] : []));

/** Relevance: the request's own number first, then words in the summary, then how often they occur there. */
export function matchOf(terms: Term[]): Prisma.Sql {
  const numbers = terms
    .filter(({ digits }) => digits)
    .map(({ digits }) => sql` + case when r.number::text = ${digits} then 100000 else 0 end`);
  const points = terms.map(term => sql`case when ${isInSummary(term)} then 1000 else 0 end`);
  const anyOf = terms.map(queryFor).join(" | ");
  // Folds once for all terms: "offset 0" keeps the database from inlining the function at each use.
  return sql`((select ${join(points, " + ")} from (select fold(r.summary) as folded offset 0) s)
    ${numbers.length > 0 ? join(numbers, "") : empty} + round(ts_rank(r.words, to_tsquery('simple', ${anyOf})) * 900))::int`;
}

function isInSummary(term: Term): Prisma.Sql {
  if (term.exact !== null) return sql`strpos(lower(r.summary), ${term.exact}) > 0`;
  return join(
    needlesOf(term).map(needle => sql`strpos(s.folded, ${needle}) > 0`),
    " or ",
  );
}

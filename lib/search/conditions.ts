import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import { isOpen } from "../requests/lifecycle";
import type { View } from "./input";
import { needleOf, needlesOf, type Term } from "./terms";

const { sql, join, empty } = Prisma;

const sources = {
  request: {
    words: sql`r.words`,
    folded: sql`r.folded`,
    typed: sql`r.summary || ' ' || r.answers::text`,
  },
  comment: { words: sql`c.words`, folded: sql`c.folded`, typed: sql`c.body` },
};

/** Whole words, their beginnings and phrases by full text; parts of words by looking into the folded text. */
export function isIn(term: Term, source: keyof typeof sources): Prisma.Sql {
  const { words, folded, typed } = sources[source];
  if (term.exact !== null)
    return sql`(${words} @@ to_tsquery('simple', ${queryFor(term)}) and strpos(lower(${typed}), ${term.exact}) > 0)`;
  const found = term.isPart
    ? sql`strpos(${folded}, ${needleOf(term)}) > 0`
    : sql`${words} @@ to_tsquery('simple', ${queryFor(term)})`;
  return term.apart === null ? found : sql`(${found} or strpos(${folded}, ${` ${term.apart}`}) > 0)`;
}

/** Folded words hold nothing that means something to a query; the quotes are for what PostgreSQL would take apart. */
function queryFor({ text, exact }: Term): string {
  const phrase = text
    .split(" ")
    .map(word => `'${word}'`)
    .join(" <-> ");
  return exact === null ? `${phrase}:*` : phrase;
}

/** The actor's own requests (members `m`, requests `r`, request_types `t`) that a view lets through. */
export function conditionsOf(actor: PersonActor, view: View, terms: Term[]): Prisma.Sql {
  const { show, type, whose } = view;
  const all = [sql`m."personId" = ${actor.id}::uuid`];
  if (show !== "all") all.push(sql`m."isOpen" = ${show === "open" || (show !== "closed" && isOpen(show))}`);
  if (show !== "all" && show !== "open" && show !== "closed") all.push(sql`r.status = ${show}::"Status"`);
  if (type) all.push(sql`t.slug = ${type}`);
  if (whose !== "both")
    all.push(sql`m.role = ${whose === "mine" ? "requester" : "participant"}::"MemberRole"`);
  for (const term of terms)
    all.push(sql`(${isIn(term, "request")} or ${hasNumber(term)} or exists (
      select from comments c where c."requestId" = r.id and ${isIn(term, "comment")}))`); // comments_requestId_idx
  return join(all, " and ");
}

function hasNumber({ digits, isWhole }: Term): Prisma.Sql {
  if (digits === null) return sql`false`;
  return isWhole ? sql`r.number = ${Number(digits)}` : sql`starts_with(r.number::text, ${digits})`;
}

/** How well a request fits: its own number first, then words in the summary, then how often they stand in it. */
export function matchOf(terms: Term[]): Prisma.Sql {
  const numbers = terms
    .filter(({ digits }) => digits)
    .map(({ digits }) => sql` + case when r.number::text = ${digits} then 100000 else 0 end`);
  const points = terms.map(term => sql`case when ${isInSummary(term)} then 1000 else 0 end`);
  const anyOf = terms.map(queryFor).join(" | ");
  // Folded once for all terms: "offset 0" keeps the database from putting the function in each place.
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

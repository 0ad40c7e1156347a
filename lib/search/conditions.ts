import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import { isOpen } from "../requests/lifecycle";
import type { View } from "./input";
import { needleOf, type Term } from "./terms";

const { sql, join, empty } = Prisma;

const sources = {
  request: { words: sql`r.words`, folded: sql`r.folded` },
  comment: { words: sql`c.words`, folded: sql`c.folded` },
};

/** Whole words, their beginnings and phrases by full text; parts of words by looking into the folded text. */
export function isIn(term: Term, source: keyof typeof sources): Prisma.Sql {
  const { words, folded } = sources[source];
  return term.isPart
    ? sql`strpos(${folded}, ${needleOf(term)}) > 0`
    : sql`${words} @@ to_tsquery('simple', ${queryFor(term)})`;
}

/** Folded words hold nothing that means something to a query; the quotes are for what PostgreSQL would take apart. */
function queryFor({ text }: Term): string {
  return `${text
    .split(" ")
    .map(word => `'${word}'`)
    .join(" <-> ")}:*`;
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
  const points = terms.map(term => {
    const number = term.digits
      ? sql`case when r.number::text = ${term.digits} then 100000 else 0 end`
      : empty;
    const summary = sql`case when strpos(fold(r.summary), ${needleOf(term)}) > 0 then 1000 else 0 end`;
    return term.digits ? sql`${number} + ${summary}` : summary;
  });
  const anyOf = terms.map(queryFor).join(" | ");
  return sql`(${join(points, " + ")} + round(ts_rank(r.words, to_tsquery('simple', ${anyOf})) * 900))::int`;
}

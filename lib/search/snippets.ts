import "server-only";
import type { Answers } from "../catalog/fields";
import { readFormVersion } from "../catalog/queries";
import { textsIn } from "../catalog/search-text";
import { Prisma } from "../db";
import { plainWords } from "../markdown/markdown";
import { type Inside, isInComment, isInNote } from "./found";
import { countHits, type Stretch, snippetOf } from "./marks";
import type { Term } from "./terms";

const { sql, join, empty } = Prisma;

/** `label`: of the field whose answer it is, as its form has it. */
export type Snippet = { from: "comment" | "note" | "customer" | { label: string }; stretches: Stretch[] };
type Place = { from: Snippet["from"]; text: string; isRead: boolean };

/** Where the words may be in a request that was found. */
export type Passages = {
  summary: string;
  answers: unknown;
  formVersionId: string;
  comment: string | null;
  note?: string | null;
  customer?: string | null;
};

// The newest comments or notes containing a word, of which the best is chosen.
const maxWeighed = 20;

/** What rows `x` have of these besides their own columns. */
export function passagesSql(terms: Term[], inside: readonly Inside[]): Prisma.Sql {
  const others = {
    // notes_requestId_idx, notes_pkey
    note: sql`, (select n.body from notes n where n.id = ${newestWith(
      terms.map(isInNote),
      sql`n.id`,
      sql`notes n where n."requestId" = x.id`,
    )}) as note`,
    // people_pkey
    customer: sql`, (select p.name || ' · ' || p.email from people p where p.id = x."requesterId") as customer`,
  };
  // passages_requestId_idx, comments_pkey
  return sql`,
    (select c.body from comments c where c.id = ${newestWith(
      terms.map(isInComment),
      sql`p."sourceId"`,
      sql`passages p where p."requestId" = x.id and p."sourceId" <> x.id`,
    )}) as comment ${
      inside.length > 0
        ? join(
            inside.map(name => others[name]),
            "",
          )
        : empty
    }`;
}

/** The id of the one with most of the terms, among the newest with any. */
function newestWith(has: Prisma.Sql[], id: Prisma.Sql, from: Prisma.Sql): Prisma.Sql {
  const hits = join(
    has.map(one => sql`(${one})::int`),
    " + ",
  );
  return sql`(
    select id from (
      select ${id} as id, ${hits} as hits from ${from} and (${join(has, " or ")}) order by id desc limit ${maxWeighed}
    ) newest
    order by hits desc, id desc limit 1
  )`;
}

/** The passage with most of the terms; none where the summary shows them all. */
export async function chooseSnippet(
  { summary, answers, formVersionId, comment, note, customer }: Passages,
  terms: Term[],
): Promise<Snippet | null> {
  if (countHits(summary, terms) === terms.length) return null;
  const fields = (await readFormVersion(formVersionId)) ?? [];
  const places: Place[] = fields.flatMap(field => {
    const answer = (answers as Answers)[field.key];
    if (answer === undefined) return [];
    const text = textsIn(field, answer).join(", ");
    return [{ from: { label: field.label }, text, isRead: field.kind === "long_text" }];
  });
  if (comment !== null) places.push({ from: "comment", text: comment, isRead: true });
  if (note) places.push({ from: "note", text: note, isRead: true });
  if (customer) places.push({ from: "customer", text: customer, isRead: false });
  let best: Place | undefined;
  let most = 0;
  for (const place of places) {
    const hits = countHits(place.text, terms);
    if (hits > most) [best, most] = [place, hits];
  }
  if (!best) return null;
  // Strips markup that the page renders, unless the words occur only in it.
  const shown = best.isRead ? snippetOf(plainWords(best.text), terms) : null;
  const stretches = shown ?? snippetOf(best.text, terms);
  return stretches ? { from: best.from, stretches } : null;
}

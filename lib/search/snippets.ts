import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Answers } from "../catalog/fields";
import { fieldsOf } from "../catalog/queries";
import { textsIn } from "../catalog/search-text";
import { db, isStatementTimeout, limitStatements, Prisma } from "../db";
import { plainWords } from "../markdown/markdown";
import { type Inside, isIn } from "./found";
import { countHits, type Stretch, snippetOf } from "./marks";
import { maxMilliseconds } from "./read";
import type { Term } from "./terms";

const { sql, join, empty } = Prisma;

/** `label`: of the field whose answer it is, as its form has it. */
export type Snippet = { from: "comment" | "note" | "customer" | { label: string }; stretches: Stretch[] };
type Place = { from: Snippet["from"]; text: string; isRead: boolean };

type Row = {
  id: string;
  summary: string;
  answers: unknown;
  formId: string;
  fields: unknown;
  comment: string | null;
  note?: string | null;
  customer?: string | null;
};

// The newest comments or notes containing a word, of which the best is chosen.
const maxWeighed = 20;

/** Per request the passage with most of the terms; none where the summary shows them all. */
export async function readSnippets(
  ids: string[],
  terms: Term[],
  inside: readonly Inside[],
): Promise<Map<string, Snippet>> {
  if (terms.length === 0 || ids.length === 0) return new Map();
  const others = inside.map(
    name =>
      name === "note"
        ? sql`, ${newestWith(terms, "note", sql`notes n`, sql`n`)} as note`
        : sql`, (select p.name || ' · ' || p.email from people p where p.id = r."requesterId") as customer`, // people_pkey
  );
  // requests_pkey, and comments_requestId_idx and notes_requestId_idx for each
  const query = db().$queryRaw<Row[]>(sql`
    select r.id, r.summary, r.answers, f.id as "formId", f.fields,
           ${newestWith(terms, "comment", sql`comments c`, sql`c`)} as comment ${others.length > 0 ? join(others, "") : empty}
    from requests r join form_versions f on f.id = r."formVersionId"
    where r.id = any(${ids}::uuid[])`);
  const [, rows] = await db()
    .$transaction([limitStatements(maxMilliseconds), query])
    .catch((error: unknown): [number, Row[]] => {
      // The list is complete without them.
      if (isStatementTimeout(error)) return [0, []];
      throw error;
    });
  const snippets = new Map<string, Snippet>();
  for (const row of rows) {
    const snippet = bestOf(row, terms);
    if (snippet) snippets.set(row.id, snippet);
    // Yields to other work between long texts.
    await setImmediate();
  }
  return snippets;
}

function newestWith(
  terms: Term[],
  source: "comment" | "note",
  from: Prisma.Sql,
  name: Prisma.Sql,
): Prisma.Sql {
  const has = terms.map(term => isIn(term, source));
  return sql`(
    select ${name}.body from (
      select ${name}.id, ${name}.body, ${name}.words, ${name}.folded from ${from}
      where ${name}."requestId" = r.id and (${join(has, " or ")})
      order by ${name}.id desc limit ${maxWeighed}
    ) ${name}
    order by (${join(
      has.map(one => sql`(${one})::int`),
      " + ",
    )}) desc, ${name}.id desc limit 1
  )`;
}

function bestOf(
  { summary, answers, formId, fields, comment, note, customer }: Row,
  terms: Term[],
): Snippet | null {
  if (countHits(summary, terms) === terms.length) return null;
  const places: Place[] = fieldsOf({ id: formId, fields }).flatMap(field => {
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

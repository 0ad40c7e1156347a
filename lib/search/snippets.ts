import "server-only";
import { setImmediate } from "node:timers/promises";
import { describeAnswers } from "../catalog/describe";
import type { Answers } from "../catalog/fields";
import { readFields } from "../catalog/queries";
import { db, Prisma } from "../db";
import { plainWords } from "../markdown/markdown";
import { isIn } from "./conditions";
import { countHits, type Stretch, snippetOf } from "./marks";
import type { Term } from "./terms";

/** A stretch of an answer, named by its label, or of a comment. */
export type Snippet = { from: string; stretches: Stretch[] };

type Row = { id: string; summary: string; answers: unknown; fields: unknown; comment: string | null };

// Of the comments that have one of the words, the newest that are weighed against each other.
const maxWeighed = 20;

/** For each request on a page the place that has most of the terms; none where the summary shows them all. */
export async function readSnippets(ids: string[], terms: Term[]): Promise<Map<string, Snippet>> {
  if (terms.length === 0 || ids.length === 0) return new Map();
  const has = terms.map(term => isIn(term, "comment"));
  // requests_pkey, and comments_requestId_idx for each
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    select r.id, r.summary, r.answers, f.fields, (
      select c.body from (
        select c.id, c.body, c.words, c.folded from comments c
        where c."requestId" = r.id and (${Prisma.join(has, " or ")})
        order by c.id desc limit ${maxWeighed}
      ) c
      order by (${Prisma.join(
        has.map(one => Prisma.sql`(${one})::int`),
        " + ",
      )}) desc, c.id desc limit 1
    ) as comment
    from requests r join form_versions f on f.id = r."formVersionId"
    where r.id = any(${ids}::uuid[])`);
  const snippets = new Map<string, Snippet>();
  for (const row of rows) {
    const snippet = bestOf(row, terms);
    if (snippet) snippets.set(row.id, snippet);
    // A page of long texts is work for others to get in between.
    await setImmediate();
  }
  return snippets;
}

function bestOf({ summary, answers, fields, comment }: Row, terms: Term[]): Snippet | null {
  if (countHits(summary, terms) === terms.length) return null;
  const places = describeAnswers(readFields(fields), answers as Answers).map(({ label, value, kind }) => ({
    from: label,
    text: [value].flat().join(", "),
    isRead: kind === "long",
  }));
  if (comment !== null) places.push({ from: "Comment", text: comment, isRead: true });
  let best: (typeof places)[number] | undefined;
  let most = 0;
  for (const place of places) {
    const hits = countHits(place.text, terms);
    if (hits > most) [best, most] = [place, hits];
  }
  if (!best) return null;
  // Without the marks that its page shows as something else, unless the words are only to be found among them.
  const shown = best.isRead ? snippetOf(plainWords(best.text), terms) : null;
  const stretches = shown ?? snippetOf(best.text, terms);
  return stretches ? { from: best.from, stretches } : null;
}

import "server-only";
import type { Answers } from "../catalog/fields";
import { readFormVersion, readWholeForm } from "../catalog/queries";
import { textsIn } from "../catalog/search-text";
import { Prisma } from "../db";
import { plainWords } from "../markdown/markdown";
import {
  type Inside,
  isInAgentAnswers,
  isInComment,
  isInCustomerNote,
  isInFile,
  isInNote,
  isInternalFor,
} from "./found";
import { countHits, type Stretch, snippetOf } from "./marks";
import type { Term } from "./terms";

const { sql, join, empty } = Prisma;

/** `label`: of the field whose answer it is, as its form has it. */
export type Snippet = {
  from: "comment" | "note" | "customer" | "file" | "customer_note" | { label: string };
  stretches: Stretch[];
};
type Place = { from: Snippet["from"]; text: string; isRead: boolean };

/** Where the words may be in a request that was found. */
export type Passages = {
  summary: string;
  answers: unknown;
  formVersionId: string;
  comment: string | null;
  file: string | null;
  note?: string | null;
  customer?: string | null;
  customerNote?: string | null;
  /** Where agents have answered one of the words. */
  agentAnswers?: unknown;
};

// The newest comments or notes containing a word, of which the best is chosen.
const maxWeighed = 20;

/** What rows `x` have of these besides their own columns. */
export function passagesSql(terms: Term[], inside: Inside | null): Prisma.Sql {
  // passages_requestId_idx, comments_pkey
  const comment = newestWith(
    terms.map(isInComment),
    sql`p."sourceId"`,
    sql`passages p where p."requestId" = x.id and exists (select from comments c where c.id = p."sourceId" offset 0)`,
  );
  // files_requestId_idx, files_pkey
  const ofNote = inside ? isInternalFor(inside, sql`x.id`) : sql`false`;
  const file = newestWith(
    terms.map(isInFile),
    sql`f.id`,
    sql`files f where f."requestId" = x.id and (f."noteId" is null or ${ofNote})`,
  );
  return sql`,
    (select c.body from comments c where c.id = ${comment}) as comment,
    (select f.name from files f where f.id = ${file}) as file ${inside ? insideSql(terms, inside) : empty}`;
}

function insideSql(terms: Term[], inside: Inside): Prisma.Sql {
  const isInternal = isInternalFor(inside, sql`x.id`);
  // notes_requestId_idx, notes_pkey
  const note = newestWith(
    terms.map(isInNote),
    sql`n.id`,
    sql`notes n where n."requestId" = x.id and ${isInternal}`,
  );
  const answered = join(terms.map(isInAgentAnswers), " or ");
  // customer_notes_of_person, customer_notes_pkey
  const customerNote = newestWith(
    terms.map(isInCustomerNote),
    sql`k.id`,
    sql`customer_notes k where k."personId" = x."requesterId" and ${isInternal}`,
  );
  // people_pkey, agent_answers_pkey
  return sql`,
    (select g.answers from agent_answers g where g."requestId" = x.id and (${answered}) and ${isInternal}) as "agentAnswers",
    (select n.body from notes n where n.id = ${note}) as note,
    (select p.name || ' · ' || p.email from people p where p.id = x."requesterId") as customer,
    (select k.body from customer_notes k where k.id = ${customerNote}) as "customerNote"`;
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
  { summary, answers, formVersionId, comment, note, customer, file, customerNote, agentAnswers }: Passages,
  terms: Term[],
): Promise<Snippet | null> {
  if (countHits(summary, terms) === terms.length) return null;
  const fields = (await (agentAnswers ? readWholeForm(formVersionId) : readFormVersion(formVersionId))) ?? [];
  const given = { ...(answers as Answers), ...(agentAnswers as Answers | null | undefined) };
  const places: Place[] = fields.flatMap(field => {
    const answer = given[field.key];
    if (answer === undefined) return [];
    const text = textsIn(field, answer).join(", ");
    return [{ from: { label: field.label }, text, isRead: field.kind === "long_text" }];
  });
  if (comment !== null) places.push({ from: "comment", text: comment, isRead: true });
  if (note) places.push({ from: "note", text: note, isRead: true });
  if (customer) places.push({ from: "customer", text: customer, isRead: false });
  if (file) places.push({ from: "file", text: file, isRead: false });
  if (customerNote) places.push({ from: "customer_note", text: customerNote, isRead: true });
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

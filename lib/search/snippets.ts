import "server-only";
import type { Answers } from "../catalog/fields";
import { readFormVersion, readWholeForm } from "../catalog/queries";
import { textsIn } from "../catalog/search-text";
import { Prisma } from "../db";
import { plainWords } from "../markdown/markdown";
import type { Beside } from "./described";
import { type Inside, isInAgentAnswers, isInComment, isInCustomerNote, isInFile, isInNote } from "./found";
import { countHits, type Stretch, snippetOf } from "./marks";
import type { Term } from "./terms";

const { sql, join, raw, empty } = Prisma;

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

/** Of all rows `x`. */
const idsOfRows = sql`(select ids from keys)::uuid[]`;
const isInternalOfRows = (id: Prisma.Sql) => sql`${id} not in (select "requestId" from shared)`;

type Texts = {
  kind: "comment" | "file" | "note" | "customerNote";
  /** The id of the request, that of the text, and which of these texts a reader may find. */
  request: Prisma.Sql;
  id: Prisma.Sql;
  from: Prisma.Sql;
  isIn: (term: Term) => Prisma.Sql;
  /** Of the text that was chosen. */
  words: (id: Prisma.Sql) => Prisma.Sql;
};

// passages_requestId_idx, comments_pkey; files_requestId_idx, files_pkey
const comments: Texts = {
  kind: "comment",
  request: sql`p."requestId"`,
  id: sql`p."sourceId"`,
  from: sql`passages p where p."requestId" = any (${idsOfRows}) and p."sourceId" <> p."requestId"
    and exists (select from comments c where c.id = p."sourceId" offset 0)`,
  isIn: isInComment,
  words: id => sql`(select c.body from comments c where c.id = ${id})`,
};
const files = (inside: Inside | null): Texts => ({
  kind: "file",
  request: sql`f."requestId"`,
  id: sql`f.id`,
  from: sql`files f where f."requestId" = any (${idsOfRows})
    and (f."noteId" is null ${inside ? sql`or ${isInternalOfRows(sql`f."requestId"`)}` : empty})`,
  isIn: isInFile,
  words: id => sql`(select f.name from files f where f.id = ${id})`,
});
// notes_requestId_idx, notes_pkey; customer_notes_of_person, customer_notes_pkey
const internal: Texts[] = [
  {
    kind: "note",
    request: sql`n."requestId"`,
    id: sql`n.id`,
    from: sql`notes n where n."requestId" = any (${idsOfRows}) and ${isInternalOfRows(sql`n."requestId"`)}`,
    isIn: isInNote,
    words: id => sql`(select n.body from notes n where n.id = ${id})`,
  },
  {
    kind: "customerNote",
    request: sql`x.id`,
    id: sql`k.id`,
    from: sql`x join noted k on k."personId" = x."requesterId" where ${isInternalOfRows(sql`x.id`)}`,
    isIn: isInCustomerNote,
    words: id => sql`(select k.body from customer_notes k where k.id = ${id})`,
  },
];

/**
 * What rows `x` have of these besides their own columns: of each kind the text with most of the terms, among the newest with any. All
 * texts of all rows are read at once, by one walk of each index, and put in order once.
 */
export function passagesOf(terms: Term[], inside: Inside | null): Beside {
  const kinds = [comments, files(inside), ...(inside ? internal : [])];
  const texts = kinds.map(({ kind, request, id, from, isIn }) => {
    const has = terms.map(isIn);
    const hits = has.map(one => sql`(${one})::int`);
    return sql`
      select ${raw(`'${kind}'`)} as kind, ${request} as request, ${id} as id, ${join(hits, " + ")} as hits
      from ${from} and (${join(has, " or ")})`;
  });
  const chosen = kinds.map(
    ({ kind }) => sql`(array_agg(id) filter (where kind = ${raw(`'${kind}'`)}))[1] as ${raw(`"${kind}"`)}`,
  );
  const words = kinds.map(
    ({ kind, words }) => sql`${words(sql`chosen.${raw(`"${kind}"`)}`)} as ${raw(`"${kind}"`)}`,
  );
  return {
    read: sql`
      keys as materialized (select array_agg(id) as ids, array_agg("requesterId") as requesters from x),
      ${inside ? rolesSql(inside) : empty}
      chosen as materialized (
        select request, ${join(chosen)} from (
          select distinct on (kind, request) kind, request, id from (
            select texts.*, row_number() over (partition by kind, request order by id desc) as nth
            from (${join(texts, " union all ")}) texts
          ) newest
          where nth <= ${raw(`${maxWeighed}`)} order by kind, request, hits desc, id desc
        ) best
        group by request
      )`,
    columns: sql`, ${join(words)} ${inside ? besidesSql(terms) : empty}`,
    joins: sql`left join chosen on chosen.request = x.id`,
  };
}

/** Those of which the reader finds no internal word, by members_pkey, and what notes there are on customers. */
const rolesSql = ({ reader }: Inside) => sql`
  shared as materialized (
    select v."requestId" from members v where v."requestId" = any (${idsOfRows}) and v."personId" = ${reader.id}::uuid
  ),
  noted as materialized (
    select id, "personId", folded, body from customer_notes where "personId" = any ((select requesters from keys)::uuid[])
  ),`;

// agent_answers_pkey, people_pkey
const besidesSql = (terms: Term[]) => sql`,
  (select g.answers from agent_answers g where g."requestId" = x.id and (${join(terms.map(isInAgentAnswers), " or ")})
    and ${isInternalOfRows(sql`g."requestId"`)}) as "agentAnswers",
  (select p.name || ' · ' || p.email from people p where p.id = x."requesterId") as customer`;

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

import "server-only";
import type { PersonActor } from "../actor";
import { db, isStatementTimeout, limitStatements, Prisma } from "../db";
import { perProcess } from "../process/per-process";
import { visibleSql } from "../requests/policy";
import type { Inside } from "./found";
import type { Scope } from "./scope";
import type { Term } from "./terms";

const { sql, empty } = Prisma;

const leastLetters = 4;
const maxLetters = 40;
/** With more misspelt words in a search than this, none is corrected. */
const maxDoubtful = 3;
// The vocabulary: the newest comments of the latest requests, up to so many bytes.
const maxRequests = 300;
const commentsEach = 20;
const maxBytes = 400_000;
const maxMilliseconds = 1_000;
const maxAtOnce = 2;

type Candidate = { typed: string; word: string | null };
type Correction = { correction: { typed: string; meant: string }[]; terms: Term[] };

const correctingNow = () => perProcess("correcting", () => new Set<string>());

/**
 * The database proposes by trigrams, we choose by edit distance. Null if nothing is near enough, too much is misspelt,
 * or it takes too long. At most one runs per person and two per process.
 */
export async function correctTerms(
  actor: PersonActor,
  terms: Term[],
  scope: Scope,
): Promise<Correction | null> {
  const correcting = correctingNow();
  const doubtful = terms.filter(isWord).map(({ text }) => text);
  if (doubtful.length === 0 || correcting.size >= maxAtOnce || correcting.has(actor.id)) return null;
  correcting.add(actor.id);
  try {
    const candidates = await propose(actor, scope, doubtful);
    return candidates && correct(terms, candidates);
  } finally {
    correcting.delete(actor.id);
  }
}

const vocabularies: Record<Inside, Prisma.Sql> = {
  note: sql`
    select n.words, n.size, latest.place, 2, n.id
    from latest cross join lateral (
      select n.id, n.words, octet_length(n.body) as size from notes n
      where n."requestId" = latest.id order by n.id desc limit ${commentsEach}
    ) n`,
  customer: sql`
    select to_tsvector('simple', p.folded), octet_length(p.folded), latest.place, 3, latest.id
    from latest cross join lateral (select * from people where id = latest."requesterId" offset 0) p`,
};

function isWord({ text, digits, exact }: Term): boolean {
  const { length } = [...text];
  return (
    digits === null && exact === null && length >= leastLetters && length <= maxLetters && !/[ \d]/.test(text)
  );
}

/** For each unknown word the ten most similar; null when the database ran out of time. */
async function propose(actor: PersonActor, scope: Scope, doubtful: string[]): Promise<Candidate[] | null> {
  const lengths = doubtful.map(text => [...text].length);
  const [shortest, longest] = [Math.min(...lengths) - 2, Math.max(...lengths) + 2];
  const others =
    scope.inside.length > 0
      ? sql`union all ${Prisma.join(
          scope.inside.map(name => vocabularies[name]),
          " union all ",
        )}`
      : empty;
  const work = db().$queryRaw<Candidate[]>`
    with latest as materialized (
      select r.id, r.words, r."requesterId", octet_length(r.folded) as size, row_number() over () as place
      from (${scope.latest(maxRequests)}) l cross join lateral (select * from requests where id = l.id offset 0) r
      where ${visibleSql(actor)}
    ),
    texts as materialized (
      select words, sum(size) over (order by place, part, id desc) - size as before
      from (
        select words, size, place, 0 as part, id from latest
        union all
        select c.words, c.size, latest.place, 1, c.id
        from latest cross join lateral (
          select c.id, c.words, octet_length(c.body) as size from comments c
          where c."requestId" = latest.id order by c.id desc limit ${commentsEach}
        ) c
        ${others}
      ) as sized
    ),
    vocabulary as materialized (
      select distinct lexeme as word from texts cross join lateral unnest(texts.words)
      where before < ${maxBytes}
    ),
    absent as materialized (
      select typed from unnest(${doubtful}::text[]) as typed
      where not exists (select from vocabulary where strpos(word, typed) > 0)
    )
    select typed, near.word
    from absent left join lateral (
      select word from vocabulary
      where (select count(*) from absent) <= ${maxDoubtful}
      and length(word) between greatest(${shortest}, length(typed) - 2) and least(${longest}, length(typed) + 2)
      and length(translate(word, typed, '')) <= 2 and length(translate(typed, word, '')) <= 2
      order by similarity(in_latin(word), in_latin(typed)) desc, word limit 10
    ) as near on true`;
  try {
    const [, candidates] = await db().$transaction([limitStatements(maxMilliseconds), work]);
    return candidates;
  } catch (error) {
    if (isStatementTimeout(error)) return null;
    throw error;
  }
}

function correct(terms: Term[], candidates: Candidate[]): Correction | null {
  const absent = [...new Set(candidates.map(({ typed }) => typed))];
  const correction = absent.flatMap(typed => {
    const words = candidates.flatMap(one => (one.typed === typed && one.word !== null ? [one.word] : []));
    const meant = nearest(typed, words);
    return meant === null ? [] : [{ typed, meant }];
  });
  if (correction.length === 0 || correction.length < absent.length) return null;
  const meantFor = new Map(correction.map(({ typed, meant }) => [typed, meant]));
  return {
    correction,
    terms: terms.map(term => ({ ...term, text: meantFor.get(term.text) ?? term.text })),
  };
}

function nearest(typed: string, words: string[]): string | null {
  const most = [...typed].length <= 5 ? 1 : 2;
  const near = words
    .map(word => ({ word, distance: distanceOf(typed, word) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((one, other) => one.distance - other.distance);
  return near[0]?.word ?? null;
}

/** Changed, inserted, deleted, or swapped letters. */
function distanceOf(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const rows: number[][] = [b.map((_, column) => column).concat(b.length)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}

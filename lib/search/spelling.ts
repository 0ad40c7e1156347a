import "server-only";
import type { PersonActor } from "../actor";
import { isStatementTimeout, Prisma, readWithin } from "../db";
import { perProcess } from "../process/per-process";
import { distanceOf } from "../text/distance";
import type { Scope } from "./scope";
import type { Term } from "./terms";

const { sql, join, raw } = Prisma;

const leastLetters = 4;
const maxLetters = 40;
/** With more misspelt words in a search than this, none is corrected. */
const maxDoubtful = 3;
/** With more words of the same beginning or end than this, one of them may be what was meant. */
const maxCompared = 1_000;
/** A word that is a part of more is looked for in all texts of its reader. */
const maxMeant = 100;
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
  const doubtful = doubtedIn(terms);
  if (doubtful.length === 0 || correcting.size >= maxAtOnce || correcting.has(actor.id)) return null;
  correcting.add(actor.id);
  try {
    const candidates = await propose(scope, doubtful);
    return candidates && correct(terms, candidates);
  } finally {
    correcting.delete(actor.id);
  }
}

const doubtedIn = (terms: Term[]) => terms.filter(isWord).map(({ text }) => text);

/** Words of the desk that are about as long as `typed`, and have the same beginning or the same end. */
function nearSql(typed: Prisma.Sql): [start: Prisma.Sql, end: Prisma.Sql] {
  const letters = sql`case when length(${typed}) < 6 then 1 when length(${typed}) < 8 then 2 else 3 end`;
  const from = (letter: Prisma.Sql, typedLetter: Prisma.Sql, text: Prisma.Sql, start: Prisma.Sql) => sql`
    select word from vocabulary
    where word !~ '[0-9]'
      and ${letter} || length(word)::text = any (array[${join(
        [-2, -1, 0, 1, 2].map(more => sql`${typedLetter} || (length(${typed}) + ${raw(`${more}`)})::text`),
      )}])
      and ${text} >= ${start} and ${text} < ${start} || chr(1114111)`;
  // vocabulary_starts, vocabulary_ends
  return [
    from(sql`left(word, 1)`, sql`left(${typed}, 1)`, sql`word`, sql`left(${typed}, ${letters})`),
    from(
      sql`right(word, 1)`,
      sql`right(${typed}, 1)`,
      sql`reverse(word)`,
      sql`left(reverse(${typed}), ${letters})`,
    ),
  ];
}

/** Each lacks at most two letters of the other. */
const isLike = (typed: Prisma.Sql) => sql`(
  word <> ${typed} and length(translate(word, ${typed}, '')) <= 2 and length(translate(${typed}, word, '')) <= 2)`;

/**
 * Whether few enough of the terms are in no word of the desk (see `sourceSql`), and it may have words like one of them.
 * Where a reader's own words need a correction, this is true whatever else the desk says.
 */
export function isDoubtfulSql(terms: Term[]): Prisma.Sql {
  const typed = sql`t.typed`;
  const some = (words: Prisma.Sql) => sql`(
    select coalesce(bool_or(${isLike(typed)}), false) or count(*) = ${raw(`${maxCompared}`)}
    from (${words} limit ${raw(`${maxCompared}`)}) near)`;
  return sql`(
    (select count(*) from meant where words = '{}') <= ${raw(`${maxDoubtful}`)}
    and exists (
      select from unnest(${doubtedIn(terms)}::text[]) as t (typed) where ${join(nearSql(typed).map(some), " or ")}
    ))`;
}

function isWord({ text, digits, exact }: Term): boolean {
  const { length } = [...text];
  return (
    digits === null && exact === null && length >= leastLetters && length <= maxLetters && !/[ \d]/.test(text)
  );
}

/** For each word that the scope does not have, the ten most similar that it has; null when the database ran out of time. */
async function propose(scope: Scope, doubtful: string[]): Promise<Candidate[] | null> {
  const typed = sql`absent.typed`;
  const hasPart = sql`strpos(p.folded, known.typed) > 0`;
  const saysPart = sql`case when cardinality(known.words) > ${raw(`${maxMeant}`)}
    then ${scope.says({ byIndex: hasPart, byReading: hasPart })}
    else ${scope.says({ byIndex: sql`words_of(p.folded) && known.words`, byReading: hasPart })} end`;
  const saysWord = scope.says({
    byIndex: sql`words_of(p.folded) && array[alike.word]`,
    byReading: sql`strpos(p.folded || ' ', ' ' || alike.word || ' ') > 0`,
  });
  const work = readWithin<Candidate>(
    maxMilliseconds,
    sql`
    with known as materialized (
      select t.typed, array(
        select word from vocabulary -- vocabulary_parts
        where parts_of(word) @> parts_of(t.typed) and strpos(word, t.typed) > 0 limit ${raw(`${maxMeant + 1}`)}
      ) as words
      from unnest(${doubtful}::text[]) as t (typed)
    ),
    absent as materialized (select typed from known where words = '{}' or not ${saysPart})
    select absent.typed, near.word
    from absent left join lateral (
      select word from (
        select word from (${join(nearSql(typed), " union ")}) as near where ${isLike(typed)}
        order by similarity(in_latin(word), in_latin(absent.typed)) desc, word
      ) alike
      where ${saysWord} limit 10
    ) as near on true
    where (select count(*) from absent) <= ${raw(`${maxDoubtful}`)}`,
  );
  try {
    return await work;
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

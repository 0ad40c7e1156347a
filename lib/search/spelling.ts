import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import type { Term } from "./terms";

const leastLetters = 4;

type Candidate = { typed: string; word: string };

/**
 * Each term that none of the actor's latest 300 requests has, replaced by the nearest word that one has: by trigrams
 * the database proposes, by the letters that differ we choose. Null when there is nothing near enough.
 */
export async function correctTerms(actor: PersonActor, terms: Term[]) {
  const doubtful = terms
    .filter(({ text, digits }) => digits === null && [...text].length >= leastLetters && !text.includes(" "))
    .map(({ text }) => text);
  if (doubtful.length === 0) return null;
  // members_newest, requests_pkey, comments_requestId_idx
  const candidates = await db().$queryRaw<Candidate[]>`
    with mine as materialized (
      select r.id, r.words from (
        select "requestId" from members where "personId" = ${actor.id}::uuid
        order by "lastActivityAt" desc, "requestId" desc limit 300
      ) m join requests r on r.id = m."requestId"
    ),
    vocabulary as materialized (
      select lexeme as word from mine cross join lateral unnest(mine.words)
      union
      select lexeme from mine join comments c on c."requestId" = mine.id cross join lateral unnest(c.words)
    )
    select typed, near.word
    from unnest(${doubtful}::text[]) as typed
    cross join lateral (
      select word from vocabulary
      where length(word) between length(typed) - 2 and length(typed) + 2
      order by word = typed desc, similarity(in_latin(word), in_latin(typed)) desc, word limit 10
    ) as near
    where not exists (select from vocabulary where strpos(word, typed) > 0)`;
  const correction = doubtful.flatMap(typed => {
    const meant = nearest(
      typed,
      candidates.filter(one => one.typed === typed).map(({ word }) => word),
    );
    return meant === null ? [] : [{ typed, meant }];
  });
  if (correction.length === 0) return null;
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

/** Letters to change, add, leave out or swap with their neighbour to make one word the other. */
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

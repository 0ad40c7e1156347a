import "server-only";
import { Prisma } from "../db";
import type { Cursor } from "./cursor";
import { flagOf, hasTerm, saidSql } from "./said";
import type { Scope, Source, Walk } from "./scope";
import { seedsOf, type Term } from "./terms";
import { columnsOf, inOrderOf, maxWalked, placedBy, windowSql } from "./walk";

const { sql, join, raw, empty } = Prisma;

/** So many of a walk are looked at first. What is frequent among them is walked, what is rare is looked up. */
const sampled = 64;
/** One more than belong to a page, to know whether there are more. */
const mostWalked = maxWalked + 1;
/** A term that no more of them have is rare. */
const mostOfRare = 2;
/** More words with the same part are too many to look up: of the desk the walk is read then, of one person all passages. */
const maxMeant = 500;

export type Sources = {
  scope: Scope;
  walk: Walk;
  cursor: Cursor;
  terms: Term[];
  /** What a row has to fulfil besides, as row `r` of requests and `w` of the walk. */
  admits: Prisma.Sql;
  /** Rows that fill the page; null if all of a window have to be compared. */
  enough: number | null;
};

/**
 * The rows of a walk in which terms may be, as `source (…, fits, place)`: in its order, at most 2,001, and all of which
 * `fits` is not yet known. A term that the newest requests seldom have leads there by index, through the words of the desk
 * that it is a part of. It is the walk itself where every term is frequent, and where this leads to more than 2,000 texts.
 * What is found, and how far is looked, depends on nothing that the reader may not see.
 */
export function sourceSql({ scope, walk, cursor, terms, admits, enough }: Sources): Prisma.Sql {
  const window = sql`${windowSql(walk, cursor)} order by ${inOrderOf(walk)}`;
  const columns = (row: Prisma.Sql) => columnsOf(walk, row);
  // Numbered part by part, of which each has its order: so PostgreSQL reads a walk no further than the page is long.
  const number = (row: Prisma.Sql) => sql`row_number() over (order by ${placedBy(walk, row)})`;
  const flags = terms.map((_, place) => flagOf(place));
  const isLookedUp = sql`(select "goesOn" and not "isEnough" and rare is not null from state)`;
  const hits = [
    ...scope.requestsWith(sql`(select words from meant where place = ${rare} and not "isMany")`),
    ...(scope.passages ? [withSeed(scope.passages)] : []),
    ...numbersWith(terms),
  ].map(
    ({ id, from, where }) =>
      sql`(select ${id} as id from ${from} where ${isLookedUp} and ${where} limit 2001)`,
  );
  return sql`
    seeds as materialized (${seedsSql(terms)}),
    meant as materialized (${meantSql}),
    walked as materialized (
      select ${columns(sql`w`)}, ${number(sql`w`)} as place from (${window} limit ${raw(`${sampled}`)}) w
      where not exists (select from meant where words = '{}' and place = any (${leadBy(terms, scope)}::int[]))
    ),
    those as materialized (select array_agg(id) as ids from walked),
    -- requests_pkey
    requested as materialized (select * from requests where id = any (${ids})),
    said as materialized (${saidSql(terms, scope.inside, { requested: sql`requested`, ids })}),
    sample as materialized (
      select ${columns(sql`w`)}, ${join(flags.map(flag => sql`h.${flag}`))},
        coalesce(${admits} and ${join(
          flags.map(flag => sql`h.${flag}`),
          " and ",
        )}, false) as fits, w.place
      from walked w
      join requested r on r.id = w.id
      left join said s on s.id = w.id
      cross join lateral (
        select ${join(terms.map((term, place) => sql`${hasTerm(term, place, [sql`s`])} as ${flagOf(place)}`))}
      ) h
    ),
    state as materialized (
      select count(*) = ${raw(`${sampled}`)} as "goesOn", ${isEnough(enough)} as "isEnough", ${rareSql(terms, scope)} as rare
      from sample
    ),
    hits as materialized (${join(hits, " union all ")}),
    source as materialized (
      select * from (
        select ${columns(sql`s`)}, true as fits, s.place from sample s
        where s.fits and (select not "goesOn" or "isEnough" or ${isWalked} from state)
        union all
        select ${columns(sql`w`)}, false, ${raw(`${sampled}`)} + ${number(sql`w`)}
        from (${window} limit ${raw(`${mostWalked - sampled}`)} offset ${raw(`${sampled}`)}) w
        where (select ${isWalked} from state)
        union all
        select ${columns(sql`w`)}, false, ${number(sql`w`)}
        from (select distinct id from hits where (select count(*) from hits) <= 2000) hit
        cross join lateral (${windowSql(walk, cursor, walk.ofOne(sql`hit.id`))} offset 0) w
      ) s
      order by ${placedBy(walk, sql`s`)}
    )`;
}

/** Of the requests that are looked at first. */
const ids = sql`(select ids from those)::uuid[]`;

/** On from the sample, of which is known what fits. */
const isWalked = sql`("goesOn" and not "isEnough" and (rare is null or (select count(*) from hits) > 2000))`;

const isEnough = (enough: number | null) =>
  enough === null ? sql`false` : sql`count(*) filter (where fits) >= ${enough}`;

const rare = sql`(select rare from state)`;

function seedsSql(terms: Term[]): Prisma.Sql {
  const seeds = terms.flatMap((term, place) => (seedsOf(term) ?? []).map(seed => ({ place, ...seed })));
  return sql`
    select * from unnest(
      ${seeds.map(({ place }) => place)}::int[], ${seeds.map(({ part }) => part)}::text[], ${seeds.map(({ at }) => at)}::text[]
    ) as n (place, part, at)`;
}

/** By the place of a term, the words of the desk in which it is, also others' words: nobody sees them. */
const meantSql = sql`
  select n.place, coalesce(array_agg(distinct v.word) filter (where v.word is not null), '{}') as words,
    count(v.word) > ${raw(`${maxMeant}`)} as "isMany"
  from seeds n
  left join lateral (
    select word from vocabulary -- vocabulary_parts
    where parts_of(word) @> parts_of(n.part)
      and case n.at when 'anywhere' then strpos(word, n.part) > 0 when 'start' then starts_with(word, n.part) else word = n.part end
    limit ${raw(`${maxMeant + 1}`)}
  ) v on true
  group by n.place`;

/** The passages of a scope that have the rare term, once it is a part of too many words. */
const withSeed = ({ id, from, where }: Source): Source => ({
  id,
  from,
  where: sql`${where} and (select "isMany" from meant where place = ${rare}) and exists (
    select from seeds n where n.place = ${rare} and strpos(p.folded || ' ',
      case n.at when 'anywhere' then n.part when 'start' then ' ' || n.part else ' ' || n.part || ' ' end) > 0)`,
});

/** Places of the terms that nothing has if no word of the desk does. One person must not learn that there is none. */
const leadBy = (terms: Term[], { hasAllWords }: Scope): number[] =>
  terms.flatMap((term, place) => (hasAllWords && seedsOf(term) && term.digits === null ? [place] : []));

/** The place of a rare term, the longest first, because it is in the fewest texts. */
function rareSql(terms: Term[], { passages }: Scope): Prisma.Sql {
  const places = terms
    .map((term, place) => ({
      place,
      length: Math.min(...(seedsOf(term) ?? []).map(({ part }) => part.length)),
    }))
    .filter(({ length }) => length < Number.POSITIVE_INFINITY)
    .toSorted((one, other) => other.length - one.length);
  if (places.length === 0) return sql`null::int`;
  const cases = places.map(({ place }) => {
    const isFew = passages ? empty : sql`and not (select "isMany" from meant where place = ${place}::int)`;
    return sql`when count(*) filter (where ${flagOf(place)}) <= ${raw(`${mostOfRare}`)} ${isFew} then ${place}::int`;
  });
  return sql`case ${join(cases, " ")} end`;
}

const maxNumber = 2_147_483_647;

/** requests_number_key: the numbers that begin with the digits of a term. */
function numbersWith(terms: Term[]) {
  return terms.flatMap((term, place) => {
    if (!term.digits || !seedsOf(term)) return [];
    const from = Number(term.digits);
    const powers = term.isWhole
      ? [1]
      : Array.from({ length: 10 - term.digits.length }, (_, power) => 10 ** power);
    const within = powers.map(
      power => [from * power, Math.min(from * power + power - 1, maxNumber)] as const,
    );
    const known = within.filter(([least]) => least <= maxNumber);
    return {
      id: sql`q.id`,
      from: sql`unnest(${known.map(([least]) => least)}::int[], ${known.map(([, most]) => most)}::int[]) as n (least, most)
        cross join lateral (select id from requests where number between n.least and n.most limit 2001) q`,
      where: sql`${rare} = ${place}::int`,
    };
  });
}

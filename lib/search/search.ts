import "server-only";
import { Prisma, readWithin } from "../db";
import { behind, type Cursor, orderBy, writeCursor } from "./cursor";
import { describedSql, describes, type Row } from "./described";
import { numbersIn } from "./found";
import { sortings } from "./order";
import { hasTerms } from "./said";
import type { Walk } from "./scope";
import { type Passages, passagesOf } from "./snippets";
import { sourceSql } from "./sources";
import { isDoubtfulSql } from "./spelling";
import type { Term } from "./terms";
import {
  type Asked,
  admits,
  columnsOf,
  cursorAt,
  cursorOf,
  keyNames,
  maxWalked,
  type Page,
  placedBy,
  placeOf,
} from "./walk";

const { sql, join, empty, raw } = Prisma;

const maxMilliseconds = 4_000;
/** In the order of the best match so many requests that fit are compared, the newest ones; then the next so many. */
const compared = 50;

export type FoundRow = Row & Passages;
/** Said with the first row. */
type Ending = {
  hasMore: boolean;
  isFull: boolean;
  isDoubtful: boolean;
  endId: string | null;
  end0: unknown;
  end1?: unknown;
  end2?: unknown;
};
/** `isDoubtful`: nothing was found, but there are words like those that were looked for. */
export type Searched = Page<FoundRow> & { isDoubtful: boolean };

type Search = { asked: Asked; terms: Term[]; walk: Walk; cursor: Cursor; count: number };

/** Searches with one statement, which returns complete rows and where the search stopped. */
export async function searchPage(asked: Asked, terms: Term[], count: number): Promise<Searched> {
  const { scope, view, order } = asked;
  const walk = scope.walkFor(view.filters, order);
  const cursor = cursorOf(asked, walk);
  const answers = await readWithin<{ ending: Ending | null } & FoundRow>(
    maxMilliseconds,
    searchSql({ asked, terms, walk, cursor, count }),
  );
  const ending = answers[0]?.ending;
  if (!ending) throw new Error("A search was not answered.");
  const { hasMore, isFull, isDoubtful, endId, end0, end1, end2 } = ending;
  const rows = answers.filter(({ id }) => id !== null);
  const last = rows.at(-1);
  if (hasMore && last) {
    const next = writeCursor(cursorAt(last, walk, order, cursor), order);
    return { rows, next, hasStopped: false, isDoubtful };
  }
  if (endId === null) return { rows, next: null, hasStopped: false, isDoubtful };
  const end = placeOf(walk, { id: endId, k0: end0, k1: end1, k2: end2 });
  return { rows, next: writeCursor({ walk: end, row: null }, order), hasStopped: !isFull, isDoubtful };
}

function searchSql({ asked, terms, walk, cursor, count }: Search): Prisma.Sql {
  const { actor, scope, order } = asked;
  const sorting = walk.order === order.by ? null : sortings[order.by];
  const isByMatch = order.by === "match";
  const numbers = scope.findsNumbers ? numbersIn(terms) : [];
  const isNumber = numbers.length > 0 ? sql`r.number in (${join(numbers)})` : sql`false`;
  const isOther = sql`${admits(asked)} and not ${isNumber}`;
  const has = hasTerms(terms, scope.inside);
  const most = sorting ? (isByMatch ? compared + 1 : maxWalked) : count + 1;
  const isBehind = sorting
    ? behind([{ by: sql`f.sorted`, kind: sorting.kind }], sql`f.id`, order.direction, cursor.row)
    : sql`true`;
  const inOrder = sorting ? orderBy([sql`f.sorted`, sql`f.id`], order.direction) : sql`f.place`;
  // Not by place: that source has the order of its walk is known, and it is read only as far as need be.
  const inWalk = placedBy(walk, sql`w`);
  const isFirst = cursor.walk === null && cursor.row === null;
  const ends = keyNames(walk).map((key, place) => sql`, ${raw(`'end${place}'`)}, s.${key}`);
  // members_newest, members_by_phase or one of requests' for the walk, requests_pkey for each row; see sourceSql
  return sql`
    with ${sourceSql({ scope, walk, cursor, terms, admits: isOther, enough: sorting && !isByMatch ? null : most })},
    found as materialized (
      select ${columnsOf(walk, sql`w`)}, w.place, row_number() over (order by ${inWalk}) as nth,
        ${sorting?.by(terms) ?? sql`null`} as sorted
      from (select * from source s where place <= ${maxWalked}::int order by ${placedBy(walk, sql`s`)}) w
      left join lateral (select * from requests where id = w.id ${sorting ? empty : sql`and not w.fits`} offset 0) r on true
      where w.fits or (${isOther} and ${has})
      order by ${inWalk} limit ${raw(`${most}`)}
    ),
    page as materialized (
      select f.*, row_number() over (order by ${inOrder}) as at from found f
      where ${isByMatch ? sql`nth <= ${compared} and ` : empty}${isBehind} order by at limit ${raw(`${count + 1}`)}
    ),
    shown as materialized (
      select ${columnsOf(walk, sql`page`)}, sorted, at from page where at <= ${count}
      ${isFirst && numbers.length > 0 ? numbersFirst({ asked, walk, isNumber, has }) : empty}
    ),
    ending as materialized (
      select (select count(*) from page) > ${count} as "hasMore", ${isByMatch ? sql`exists (select from found where nth > ${compared})` : sql`false`} as "isFull"
    )
    select y.*, case when row_number() over (order by y.at) = 1 then json_build_object(
      'hasMore', e."hasMore", 'isFull', e."isFull", 'endId', s.id ${join(ends, "")}, 'isDoubtful',
      ${isFirst ? sql`case when y.id is null and s.id is null then ${isDoubtfulSql(terms)} else false end` : sql`false`}
    ) end as ending
    from ending e
    left join lateral (
      select * from source where not e."hasMore" and place = case
        when e."isFull" then (select place from found where nth = ${compared})
        when exists (select from source where place > ${maxWalked}::int) then ${maxWalked}::int end
      offset 0
    ) s on true
    left join (
      ${describedSql(
        actor,
        sql`
        select ${columnsOf(walk, sql`w`)}, w.sorted, w.at, ${describes}, r.answers
        from shown w cross join lateral (select * from requests where id = w.id offset 0) r`,
        sql`${columnsOf(walk, sql`x`)}, x.sorted, x.at, x.answers, x."formVersionId"`,
        scope.describes,
        passagesOf(terms, scope.inside),
      )}
    ) y on true
    order by y.at`;
}

/** requests_number_key: requests whose numbers were typed, in front of what mentions them. */
function numbersFirst({
  asked,
  walk,
  isNumber,
  has,
}: Pick<Search, "asked" | "walk"> & Record<"isNumber" | "has", Prisma.Sql>) {
  return sql`
    union all
    select r.id, ${join([...walk.keys, ...walk.extra].map(() => sql`null`))}, null, 0
    from requests r where ${isNumber} and ${admits(asked)} and ${has}`;
}

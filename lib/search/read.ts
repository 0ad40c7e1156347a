import "server-only";
import { pageOf } from "../cursor";
import { Prisma, readRows } from "../db";
import { behind, type Cursor, orderBy, type Place, writeCursor } from "./cursor";
import { describedSql, describes, type Row } from "./described";
import { sortings } from "./order";
import type { Walk } from "./scope";
import { type FoundRow, searchPage } from "./search";
import { correctTerms } from "./spelling";
import { readTerms, type Term } from "./terms";
import {
  type Asked,
  admits,
  columnsOf,
  cursorAt,
  cursorOf,
  inOrderOf,
  type Keys,
  keyNames,
  type Page,
  placeOf,
  windowSql,
} from "./walk";

const { empty, sql } = Prisma;
// A literal, because a generic plan for any number of rows would expect far more of them.
const window = sql`limit 2000`;
const endOfTheWindow = sql`offset 1999 limit 2`;

export type Found = Page<Row | FoundRow> & {
  terms: Term[];
  correction: { typed: string; meant: string }[];
  limit: number | null;
  /** What was searched, for the next page: a correction is made once, on the first. */
  words: string;
};

/** Words that no request has are corrected to the nearest, unless what is typed is not `isFinal`. */
export async function findRows(asked: Asked, count: number, { isFinal = true } = {}): Promise<Found> {
  const { words } = asked.view;
  const { referencePrefix, formerPrefixes } = asked.settings;
  const { terms, limit } = readTerms(words, referencePrefix, formerPrefixes);
  const nothing = { rows: [], next: null, hasStopped: false, terms, correction: [], limit, words };
  if (words === "") return { ...nothing, ...(await readPage(asked, count)) };
  if (terms.length === 0) return nothing;
  const { isDoubtful, ...found } = await searchPage(asked, terms, count);
  const corrected = isDoubtful && isFinal ? await correctTerms(asked.actor, terms, asked.scope) : null;
  if (!corrected) return { ...nothing, ...found };
  const { isDoubtful: _, ...meant } = await searchPage(asked, corrected.terms, count);
  // A word may have outlived its texts, or not go together with the others.
  if (meant.rows.length === 0) return { ...nothing, ...found };
  return { limit, ...corrected, words: wordsOf(corrected.terms), ...meant };
}

const wordsOf = (terms: Term[]) =>
  terms
    .map(({ text, exact, digits }) => exact ?? (digits === null && text.includes(" ") ? `"${text}"` : text))
    .join(" ");

/** In the walk's own order it reads only what it shows; other orders sort its 2,000 rows. */
async function readPage(asked: Asked, count: number): Promise<Page<Row>> {
  const { scope, view, order } = asked;
  const walk = scope.walkFor(view.filters, order);
  const cursor = cursorOf(asked, walk);
  const found = await readRows<Row>(rowsSql(asked, walk, cursor, count + 1));
  const { page, next } = pageOf(found, count, last =>
    writeCursor(cursorAt(last, walk, order, cursor), order),
  );
  if (next !== null) return { rows: page, next, hasStopped: false };
  const isNarrowed = view.filters.some(
    ({ field }) => field === "not" || field === "any" || !walk.covers.includes(field),
  );
  const end = isNarrowed || walk.order !== order.by ? await endOfWindow(walk, cursor) : null;
  return {
    rows: page,
    next: end && writeCursor({ walk: end, row: null }, order),
    hasStopped: end !== null,
  };
}

/**
 * Walks only the index, from the cursor to the end of the window, and looks up each row by requests_pkey: "offset 0"
 * and scalar subqueries keep the database from joining whole tables.
 */
function rowsSql(asked: Asked, walk: Walk, cursor: Cursor, count: number): Prisma.Sql {
  const { actor, order, scope } = asked;
  const sorting = walk.order === order.by ? null : sortings[order.by];
  const value = sorting?.by([]) ?? sql`null`;
  const isBehind = sorting
    ? behind([{ by: value, kind: sorting.kind }], sql`w.id`, order.direction, cursor.row)
    : sql`true`;
  const inOrder = sorting
    ? orderBy([sql`sorted`, sql`id`], order.direction)
    : orderBy([...keyNames(walk), sql`id`], walk.direction);
  return sql`${describedSql(
    actor,
    sql`
      select ${columnsOf(walk, sql`w`)}, ${describes}, ${value} as sorted
      from (${windowSql(walk, cursor)} order by ${inOrderOf(walk)} ${window}) w
      cross join lateral (select * from requests where id = w.id offset 0) r
      where ${admits(asked)} and ${isBehind}
      order by ${inOrder} limit ${count}`,
    sql`${columnsOf(walk, sql`x`)}, x.sorted`,
    sql`${scope.describes ?? empty} ${scope.tells ?? empty}`,
  )} order by ${inOrder}`;
}

/** Null if no rows follow. */
async function endOfWindow(walk: Walk, cursor: Cursor): Promise<Place | null> {
  const [end, other] = await readRows<Keys>(
    sql`${windowSql(walk, cursor)} order by ${inOrderOf(walk)} ${endOfTheWindow}`,
  );
  return end && other ? placeOf(walk, end) : null;
}

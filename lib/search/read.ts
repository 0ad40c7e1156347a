import "server-only";
import type { PersonActor } from "../actor";
import { pageOf } from "../cursor";
import { db, limitStatements, Prisma } from "../db";
import type { MemberRole, Resolution, Status } from "../generated/enums";
import { visibleSql } from "../requests/policy";
import type { DeskSettings } from "../settings";
import type { Order } from "./columns";
import { behind, type Cursor, orderBy, type Place, readCursor, top, writeCursor } from "./cursor";
import { filterOf } from "./filters";
import { hasTerm, numbersIn } from "./found";
import { sortings } from "./order";
import { type Scope, type Walk, walkNumbers } from "./scope";
import { correctTerms } from "./spelling";
import { readTerms, type Term } from "./terms";
import type { View } from "./view";

const { sql, join } = Prisma;

/** Rows of a walk examined per page; the next page continues after them. */
export const maxWalked = 2_000;
// A literal, because a generic plan for any number of rows would expect far more of them.
const window = sql`limit 2000`;
const endOfTheWindow = sql`offset 1999 limit 2`;
export const maxMilliseconds = 4_000;

export type Row = {
  id: string;
  number: number;
  summary: string;
  status: Status;
  isOpen: boolean;
  resolution: Resolution | null;
  deskSpokeLast: boolean;
  typeName: string;
  typeSlug: string;
  requesterName: string;
  assigneeName: string | null;
  role: MemberRole | null;
  isUnread: boolean;
  createdAt: Date;
  lastActivityAt: Date;
  waitingSince: Date;
  k0: unknown;
  k1?: unknown;
  sorted: unknown;
};

export type Found = {
  rows: Row[];
  next: string | null;
  hasStopped: boolean;
  terms: Term[];
  correction: { typed: string; meant: string }[];
  limit: number | null;
  /** What was searched, for the next page: a correction is made once, on the first. */
  words: string;
};

type Asked = { actor: PersonActor; settings: DeskSettings; scope: Scope; view: View; order: Order };

/**
 * In the walk's own order it reads only what it shows; other orders sort its 2,000 rows. Words that no request has are
 * corrected to the nearest.
 */
export async function findRows(asked: Asked, count: number): Promise<Found> {
  const { words } = asked.view;
  const { terms, limit } = readTerms(words, asked.settings.referencePrefix);
  const nothing = { rows: [], next: null, hasStopped: false, terms, correction: [], limit, words };
  if (words !== "" && terms.length === 0) return nothing;
  const found = await readPage(asked, terms, count);
  const mayCorrect = terms.length > 0 && asked.view.after === "";
  if (found.rows.length > 0 || found.hasStopped || !mayCorrect) return { ...nothing, ...found };
  const corrected = await correctTerms(asked.actor, terms, asked.scope);
  if (!corrected) return { ...nothing, ...found };
  return {
    ...{ limit, ...corrected, words: wordsOf(corrected.terms) },
    ...(await readPage(asked, corrected.terms, count)),
  };
}

const wordsOf = (terms: Term[]) =>
  terms
    .map(({ text, exact, digits }) => exact ?? (digits === null && text.includes(" ") ? `"${text}"` : text))
    .join(" ");

async function readPage(asked: Asked, terms: Term[], count: number) {
  const { scope, view, order } = asked;
  const walk = scope.walkFor(view.filters, order);
  const isWalkOrder = walk.order === order.by;
  const cursor = readCursor(
    view.after,
    order,
    walk.keys.map(({ kind }) => kind),
    isWalkOrder ? [] : [sortings[order.by].kind],
  );
  const numbers = scope.findsNumbers ? numbersIn(terms) : [];
  const first =
    numbers.length > 0 && cursor.walk === null && cursor.row === null
      ? await readRows(asked, walkNumbers(numbers), terms, { cursor: top, count })
      : [];
  const others = await readRows(asked, walk, terms, { cursor, count: count + 1, without: numbers });
  const { page, next } = pageOf(others, count, last =>
    writeCursor(cursorAt(last, walk, order, cursor), order),
  );
  const rows = [...first, ...page];
  if (next !== null) return { rows, next, hasStopped: false };
  const isNarrowed = terms.length > 0 || view.filters.some(({ field }) => !walk.covers.includes(field));
  const end = isNarrowed || !isWalkOrder ? await endOfWindow(walk, cursor) : null;
  return {
    rows,
    next: end && writeCursor({ walk: end, row: null }, order),
    hasStopped: end !== null,
  };
}

function cursorAt(row: Row, walk: Walk, order: Order, cursor: Cursor): Cursor {
  return walk.order === order.by
    ? { walk: { values: placeOf(walk, row), id: row.id }, row: null }
    : { walk: cursor.walk, row: { values: [sayValue(row.sorted)], id: row.id } };
}

type Page = { cursor: Cursor; count: number; without?: number[] };

async function readRows(asked: Asked, walk: Walk, terms: Term[], page: Page): Promise<Row[]> {
  const query = db().$queryRaw<Row[]>(rowsSql(asked, walk, terms, page));
  if (terms.length === 0) return query;
  const [, rows] = await db().$transaction([limitStatements(maxMilliseconds), query]);
  return rows;
}

/**
 * Walks only the index, from the cursor to the end of the window, and looks up each row by requests_pkey: "offset 0"
 * and scalar subqueries keep the database from joining whole tables.
 */
function rowsSql({ actor, scope, view, order }: Asked, walk: Walk, terms: Term[], page: Page): Prisma.Sql {
  const sorting = walk.order === order.by ? null : sortings[order.by];
  const value = sorting?.by(terms);
  const conditions = [
    visibleSql(actor),
    ...view.filters.map(condition => filterOf(condition).toSql(condition, actor)),
    ...terms.map(term => hasTerm(term, scope.inside)),
    ...(page.without?.length ? [sql`r.number not in (${join(page.without)})`] : []),
    ...(value && sorting
      ? [behind([{ by: value, kind: sorting.kind }], sql`w.id`, order.direction, page.cursor.row)]
      : []),
  ];
  const inOrder = sorting
    ? orderBy([sql`sorted`, sql`id`], order.direction)
    : orderBy([...walk.keys.map((_, place) => nameOf(place)), sql`id`], walk.direction);
  return sql`
    select x.*,
      (select t.name from form_versions f join request_types t on t.id = f."typeId" where f.id = x."formVersionId") as "typeName",
      (select t.slug from form_versions f join request_types t on t.id = f."typeId" where f.id = x."formVersionId") as "typeSlug",
      (select p.name from people p where p.id = x."requesterId") as "requesterName",
      (select p.name from people p where p.id = x."assigneeId") as "assigneeName",
      exists (select from notices n where n."personId" = ${actor.id}::uuid and n."requestId" = x.id
              and n."readAt" is null offset 0) as "isUnread"
    from (
      select w.id, r.number, r.summary, r.status::text as status, r."isOpen", r.resolution::text as resolution,
             r."deskSpokeLast", r."createdAt", r."lastActivityAt", r."waitingSince", r."formVersionId", r."requesterId",
             r."assigneeId", w.role::text as role, ${join(walk.keys.map((_, place) => sql`w.${nameOf(place)}`))},
             ${value ?? sql`null`} as sorted
      from (${windowSql(walk, page.cursor)} ${window}) w
      cross join lateral (select * from requests where id = w.id offset 0) r
      where ${join(conditions, " and ")}
      order by ${inOrder} limit ${page.count}
    ) x
    order by ${inOrder}`;
}

const nameOf = (place: number): Prisma.Sql => (place === 0 ? sql`k0` : sql`k1`);

function windowSql({ keys, id, direction, extra, from, where }: Walk, { walk }: Cursor): Prisma.Sql {
  return sql`
    select ${id} as id, ${join(keys.map(({ by }, place) => sql`${by} as ${nameOf(place)}`))} ${extra}
    from ${from} where ${where} and ${behind(keys, id, direction, walk)}
    order by ${orderBy([...keys.map(({ by }) => by), id], direction)}`;
}

/** Null if no rows follow. */
async function endOfWindow(walk: Walk, cursor: Cursor): Promise<Place | null> {
  const ends = await db().$queryRaw<{ id: string; k0: unknown; k1?: unknown }[]>`
    ${windowSql(walk, cursor)} ${endOfTheWindow}`;
  const [end, other] = ends;
  return end && other ? { id: end.id, values: placeOf(walk, end) } : null;
}

const placeOf = (walk: Walk, row: { k0: unknown; k1?: unknown }): Place["values"] =>
  [row.k0, row.k1].slice(0, walk.keys.length).map(sayValue);

const sayValue = (value: unknown) =>
  value instanceof Date ? value.toISOString() : (value as string | number | boolean);

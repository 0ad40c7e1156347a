import "server-only";
import type { PersonActor } from "../actor";
import { Prisma } from "../db";
import type { DeskSettings } from "../settings";
import type { Order } from "./columns";
import { behind, type Cursor, orderBy, type Place, readCursor } from "./cursor";
import { filterOf } from "./filters";
import { sortings } from "./order";
import type { Scope, Walk } from "./scope";
import type { View } from "./view";

const { sql, join } = Prisma;

export type Asked = { actor: PersonActor; settings: DeskSettings; scope: Scope; view: View; order: Order };

export type Page<R> = { rows: R[]; next: string | null; hasStopped: boolean };

/** Rows of a walk examined per page; the next page continues after them. */
export const maxWalked = 2_000;

const names = [sql`k0`, sql`k1`, sql`k2`];

/** Names of the keys of a walk, of which none has more than three. */
export const keyNames = ({ keys }: Walk): Prisma.Sql[] => names.slice(0, keys.length);

/** All columns of a row of the walk. */
export const columnsOf = (walk: Walk, row: Prisma.Sql): Prisma.Sql =>
  join([sql`id`, ...keyNames(walk), ...walk.extra].map(name => sql`${row}.${name}`));

/** The rows of a walk after the cursor. @param from the table or subquery to read them from, if not the whole table */
export function windowSql(walk: Walk, { walk: place }: Cursor, from = walk.from): Prisma.Sql {
  const { keys, id, direction, extra, where } = walk;
  const names = keyNames(walk);
  return sql`
    select ${join([sql`${id} as id`, ...keys.map(({ by }, place) => sql`${by} as ${names[place]}`), ...extra])}
    from ${from} where ${where} and ${behind(keys, id, direction, place)}`;
}

export const inOrderOf = ({ alike, keys, id, direction }: Walk): Prisma.Sql =>
  orderBy([...(alike ? [alike] : []), ...keys.map(({ by }) => by), id], direction);

/** The same order by the columns of its rows. */
export const placedBy = (walk: Walk, row: Prisma.Sql): Prisma.Sql =>
  orderBy(
    [...keyNames(walk), sql`id`].map(name => sql`${row}.${name}`),
    walk.direction,
  );

/** What lets row `r` of requests into the list, apart from words: the right to see it, and the filters. */
export const admits = ({ actor, view, scope }: Pick<Asked, "actor" | "view" | "scope">): Prisma.Sql =>
  join([scope.seen, ...view.filters.map(condition => filterOf(condition).toSql(condition, actor))], " and ");

export const cursorOf = ({ view, order }: Asked, walk: Walk): Cursor =>
  readCursor(
    view.after,
    order,
    walk.keys.map(({ kind }) => kind),
    walk.order === order.by ? [] : [sortings[order.by].kind],
  );

export function cursorAt(row: Keys & { sorted: unknown }, walk: Walk, { by }: Order, cursor: Cursor): Cursor {
  return walk.order === by
    ? { walk: placeOf(walk, row), row: null }
    : { walk: cursor.walk, row: { values: [sayValue(row.sorted)], id: row.id } };
}

export type Keys = { id: string; k0: unknown; k1?: unknown; k2?: unknown };

export const placeOf = (walk: Walk, row: Keys): Place => ({
  id: row.id,
  values: [row.k0, row.k1, row.k2].slice(0, walk.keys.length).map(sayValue),
});

const sayValue = (value: unknown) =>
  value instanceof Date ? value.toISOString() : (value as string | number | boolean);

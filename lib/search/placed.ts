import "server-only";
import { isAgent, type PersonActor } from "../actor";
import { db, Prisma, readRows } from "../db";
import { notFound } from "../refusal";
import { deskVisibleSql } from "../requests/policy";
import { numberOf, referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { orderBy } from "./cursor";
import { describedSql, describes, type Row } from "./described";
import { deskList } from "./desk-list";
import type { Marks } from "./list";
import { sortings } from "./order";
import { type QueueRow, shapeQueueRow } from "./queue";
import { deskScope } from "./scope";
import { orderOf, type View } from "./view";
import { admits } from "./walk";

const { sql, empty } = Prisma;

/** What changed of an open list, as far as its reader may know. */
export type Named = {
  requests: string[];
  /** There are some that they do not see, or no longer. */
  others?: true;
};

/** @param ids of requests @throws Refusal not_found for anybody who is not an agent */
export async function nameRequests(actor: PersonActor, ids: string[]): Promise<Named> {
  if (!isAgent(actor)) throw notFound();
  const settings = await readDeskSettings();
  // requests_pkey
  const seen = await db().$queryRaw<{ number: number }[]>`
    select r.number from requests r where r.id = any(${ids}::uuid[]) and ${deskVisibleSql(actor)}`;
  const requests = seen.map(({ number }) => referenceOf(number, settings));
  return { requests, ...(requests.length < ids.length && { others: true }) };
}

export type Placed = {
  /** Those that the view has, in its order. */
  order: string[];
  /** Those to tell as they are now, whether the view has them or not. */
  rows: Omit<QueueRow, keyof Marks>[];
};

type PlacedRow = Row & { placedNumber: number; fits: boolean };

/**
 * Where requests stand in a view whose words are not searched, without reading the view: for an open page of it. They are
 * seen and filtered by the same conditions as there.
 * @throws Refusal not_found for anybody who is not an agent
 */
export async function placeInQueue(
  actor: PersonActor,
  view: View,
  { placed, told }: { placed: string[]; told: string[] },
): Promise<Placed> {
  if (!isAgent(actor)) throw notFound();
  const settings = await readDeskSettings();
  const scope = deskScope(actor);
  const order = orderOf(deskList, view);
  const walk = scope.walkFor(view.filters, order);
  const keys = walk.order === order.by ? walk.keys.map(({ by }) => by) : [sortings[order.by].by([])];
  const direction = walk.order === order.by ? walk.direction : order.direction;
  // requests_number_key for all of them, requests_pkey for those to tell
  const rows = await readRows<PlacedRow>(sql`
    with placed as materialized (
      select r.id, r.number, row_number() over (order by ${orderBy([...keys, sql`r.id`], direction)}) as place,
        coalesce(${admits({ actor, view, scope })}, false) as fits
      from requests r where r.number = any(${numbersOf([...placed, ...told])}::int[]) and ${scope.seen}
    )
    select placed.number as "placedNumber", placed.fits, y.* from placed
    left join (${describedSql(
      actor,
      sql`
        select p.id, ${describes} from placed p
        cross join lateral (select * from requests where id = p.id offset 0) r
        where p.number = any(${numbersOf(told)}::int[])`,
      sql`x.id`,
      sql`${scope.describes ?? empty} ${scope.tells ?? empty}`,
    )}) y on y.id = placed.id
    order by placed.place`);
  return {
    order: rows.filter(({ fits }) => fits).map(({ placedNumber }) => referenceOf(placedNumber, settings)),
    rows: rows.filter(({ id }) => id !== null).map(row => shapeQueueRow(row, settings)),
  };
}

const numbersOf = (references: string[]) => [
  ...new Set(references.map(numberOf).filter(number => number !== null)),
];

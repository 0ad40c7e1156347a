import "server-only";
import { z } from "zod";
import { Prisma } from "../db";
import { resolutions, statusNames } from "../requests/lifecycle";
import type { Order, Sort } from "./columns";
import { matchOf } from "./conditions";
import { orderOf, type View } from "./input";
import type { Term } from "./terms";

const { sql, join } = Prisma;

type Kind = "text" | "int" | "timestamptz";
type Sorting = { by: (terms: Term[]) => Prisma.Sql; kind: Kind };

// Folded, so that no capital and no accent decides, and short, because the value of the last row stands in an address.
const byText = (text: Prisma.Sql): Sorting => ({ by: () => sql`left(fold(${text}), 80)`, kind: "text" });
// What waits for the reader comes first.
const statusOrder = statusNames.toSorted(
  (one, other) => Number(other === "waiting_for_customer") - Number(one === "waiting_for_customer"),
);
const cases = (column: Prisma.Sql, values: [string, string | number][]) =>
  sql`case ${column}::text ${join(
    values.map(([value, place]) => sql`when ${value} then ${place}`),
    " ",
  )} end`;

/** What each order goes by; none of it is ever null. Only `activity` walks an index, the others sort what is one's own. */
const sortings: Record<Sort, Sorting> = {
  match: { by: matchOf, kind: "int" },
  reference: { by: () => sql`r.number`, kind: "int" },
  summary: byText(sql`r.summary`),
  type: byText(sql`t.name`),
  status: {
    by: () =>
      sql`(${cases(
        sql`r.status`,
        statusOrder.map((name, place) => [name, place]),
      )})::int`,
    kind: "int",
  },
  resolution: byText(sql`coalesce(${cases(sql`r.resolution`, Object.entries(resolutions))}, '')`),
  requester: byText(sql`p.name`),
  raised: { by: () => sql`r."createdAt"`, kind: "timestamptz" },
  activity: { by: () => sql`m."lastActivityAt"`, kind: "timestamptz" },
};

/** The value a view is sorted by, the whole order, and the condition that a row stands below its `after`. */
export function orderingOf(view: View, terms: Term[]) {
  const order = orderOf(view);
  const { kind, by } = sortings[order.by];
  const value = by(terms);
  const place = readPlace(view.after, order, kind);
  const way = order.direction === "asc" ? sql`asc` : sql`desc`;
  const beyond = order.direction === "asc" ? sql`>` : sql`<`;
  return {
    value,
    orderBy: sql`order by ${value} ${way}, m."requestId" ${way}`,
    below: place
      ? sql`(${value}, m."requestId") ${beyond} (${typed(place.value, kind)}, ${place.id}::uuid)`
      : sql`true`,
  };
}

function typed(value: string | number, kind: Kind): Prisma.Sql {
  if (kind === "int") return sql`${value}::int`;
  return kind === "text" ? sql`${value}::text` : sql`${value}::timestamptz`;
}

const values = {
  text: z
    .string()
    .max(100)
    .refine(text => !text.includes("\0")),
  int: z.int().min(-2_147_483_648).max(2_147_483_647),
  timestamptz: z.iso.datetime(),
} satisfies Record<Kind, z.ZodType>;

/** The place of a row in an order, fit for an address. */
export function placeAfter(row: { id: string; place: unknown }, { by, direction }: Order): string {
  const value = row.place instanceof Date ? row.place.toISOString() : row.place;
  return Buffer.from(JSON.stringify([by, direction, value, row.id])).toString("base64url");
}

/** Null when it is absent, of another order, or none of ours. */
function readPlace(after: string, { by, direction }: Order, kind: Kind) {
  const shape = z.tuple([z.literal(by), z.literal(direction), values[kind], z.uuid()]);
  try {
    const [, , value, id] = shape.parse(JSON.parse(Buffer.from(after, "base64url").toString()));
    return { value, id };
  } catch {
    return null;
  }
}

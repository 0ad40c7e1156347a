import "server-only";
import { z } from "zod";
import { Prisma } from "../db";
import { Priority } from "../generated/enums";
import type { Order } from "./columns";

const { sql, join } = Prisma;

export type Kind = "text" | "int" | "timestamptz" | "bool" | "priority";
export type Key = { by: Prisma.Sql; kind: Kind };

export type Place = { values: (string | number | boolean)[]; id: string };

/** Start of a page: a row of the walk and, in another order, a row within the walk's window. */
export type Cursor = { walk: Place | null; row: Place | null };

const top: Cursor = { walk: null, row: null };

const values = {
  text: z
    .string()
    // PostgreSQL's first 80 characters, each of which may take two here.
    .max(160)
    .refine(text => !text.includes("\0")),
  int: z.int().min(-2_147_483_648).max(2_147_483_647),
  timestamptz: z.iso.datetime({ offset: true }),
  bool: z.boolean(),
  priority: z.enum(Priority),
} satisfies Record<Kind, z.ZodType>;

const shape = z.tuple([z.string(), z.string(), z.unknown(), z.unknown()]);
const places = z.tuple([z.array(z.unknown()).max(4), z.uuid()]).nullable();

export function writeCursor({ walk, row }: Cursor, { by, direction }: Order): string {
  const said = (place: Place | null) => place && [place.values, place.id];
  return Buffer.from(JSON.stringify([by, direction, said(walk), said(row)])).toString("base64url");
}

/** Starts at the top if the cursor is absent, of another order or invalid. */
export function readCursor(after: string, order: Order, walk: Kind[], row: Kind[]): Cursor {
  if (after === "") return top;
  try {
    const [by, direction, ...found] = shape.parse(JSON.parse(Buffer.from(after, "base64url").toString()));
    if (by !== order.by || direction !== order.direction) return top;
    return { walk: readPlace(found[0], walk), row: readPlace(found[1], row) };
  } catch {
    return top;
  }
}

function readPlace(found: unknown, kinds: Kind[]): Place | null {
  const place = places.parse(found);
  if (place === null) return null;
  const [given, id] = place;
  if (given.length !== kinds.length) throw new Error("This place is of another order.");
  return { id, values: kinds.map((kind, index) => values[kind].parse(given[index])) };
}

const cast: Record<Kind, Prisma.Sql> = {
  text: sql`text`,
  int: sql`int`,
  timestamptz: sql`timestamptz`,
  bool: sql`bool`,
  priority: sql`"Priority"`,
};

/** One row comparison, so that the walk along an index starts there. */
export function behind(
  keys: Key[],
  id: Prisma.Sql,
  direction: Order["direction"],
  place: Place | null,
): Prisma.Sql {
  if (place === null) return sql`true`;
  const row = join([...keys.map(({ by }) => by), id]);
  const given = join([
    ...keys.map(({ kind }, index) => sql`${place.values[index]}::${cast[kind]}`),
    sql`${place.id}::uuid`,
  ]);
  return sql`(${row}) ${direction === "asc" ? sql`>` : sql`<`} (${given})`;
}

export function orderBy(keys: Prisma.Sql[], direction: Order["direction"]): Prisma.Sql {
  const way = direction === "asc" ? sql`asc` : sql`desc`;
  return join(keys.map(key => sql`${key} ${way}`));
}

import { z } from "zod";

export type Cursor = { at: Date; id: string };

const shape = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime()}.${id}`;
}

/** Parses a cursor from a query string; null if absent or malformed. */
export function readCursor(text: string | undefined): Cursor | null {
  const result = shape.safeParse(text?.split("."));
  return result.success ? { at: new Date(result.data[0]), id: result.data[1] } : null;
}

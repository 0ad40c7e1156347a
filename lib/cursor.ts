import { z } from "zod";

/** The place in a keyset-paged list: the sort value of the last row shown, and its id to tell equals apart. */
export type Cursor = { at: Date; id: string };

const shape = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime()}.${id}`;
}

/** The cursor in a query string, or null when it is absent or not one of ours. */
export function readCursor(text: string | undefined): Cursor | null {
  const result = shape.safeParse(text?.split("."));
  return result.success ? { at: new Date(result.data[0]), id: result.data[1] } : null;
}

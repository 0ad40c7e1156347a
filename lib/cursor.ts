import { z } from "zod";

export type Cursor = { at: Date; id: string };

const shape = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime()}.${id}`;
}

export function readCursor(text: string | undefined): Cursor | null {
  const result = shape.safeParse(text?.split("."));
  return result.success ? { at: new Date(result.data[0]), id: result.data[1] } : null;
}

/** Of rows read up to one more than `size`: those to show, and where the next page goes on, null at the end. */
export function pageOf<R>(
  rows: R[],
  size: number,
  cursorOf: (last: R) => string,
): { page: R[]; next: string | null } {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { page, next: rows.length > size && last !== undefined ? cursorOf(last) : null };
}

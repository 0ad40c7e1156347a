import "server-only";
import type { Tx } from "../db";
import { type Change, type EventData, type EventType, vocabulary } from "./types";

type Row = { type: string; data: unknown };
type Fact = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];
export type Stored<R extends Row = Row> = Fact & Omit<R, "type" | "data">;

// Ignores fields that only an earlier release wrote.
const schemas = new Map(Object.entries(vocabulary).map(([type, { data }]) => [type, data.strip()]));

/** Drops rows this release does not know, so that nobody is shown them. */
export function readEvents<R extends Row>(rows: readonly R[]): Stored<R>[] {
  return rows.flatMap(row => {
    const parsed = schemas.get(row.type)?.safeParse(row.data);
    return parsed?.success ? [{ ...row, data: parsed.data } as unknown as Stored<R>] : [];
  });
}

/** Changes by event id; empty if erased. */
export async function readChanges(tx: Tx, eventIds: bigint[]): Promise<(eventId: bigint) => Change[]> {
  const rows =
    eventIds.length === 0
      ? []
      : await tx.change.findMany({
          where: { eventId: { in: eventIds } }, // primary key
          select: { eventId: true, values: true },
        });
  const byEvent = new Map(rows.map(({ eventId, values }) => [eventId, values as Change[]]));
  return eventId => byEvent.get(eventId) ?? [];
}

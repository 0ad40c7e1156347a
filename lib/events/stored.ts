import "server-only";
import type { Tx } from "../db";
import { type Change, type EventData, type EventType, vocabulary } from "./types";

type Row = { type: string; data: unknown };
type Fact = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];
/** A row of events, typed by its type. */
export type Stored<R extends Row = Row> = Fact & Omit<R, "type" | "data">;

// What a release before this one wrote besides is ignored.
const schemas = new Map(Object.entries(vocabulary).map(([type, { data }]) => [type, data.strip()]));

/** Types the rows of events where they are read. A row that this release does not know is left out: shown to nobody. */
export function readEvents<R extends Row>(rows: readonly R[]): Stored<R>[] {
  return rows.flatMap(row => {
    const parsed = schemas.get(row.type)?.safeParse(row.data);
    return parsed?.success ? [{ ...row, data: parsed.data } as unknown as Stored<R>] : [];
  });
}

/** What these events changed, by their ids; nothing for one whose changes were erased. */
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

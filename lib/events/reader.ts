import "server-only";
import { type Act, actAs } from "./act";
import type { EventType, Recorded, RecordedEvent } from "./types";

/** Does what follows from an event, inside the act that recorded it. */
export type EventReader = (act: Act, event: RecordedEvent) => Promise<void>;

/** What a reader does about each type of its part of the vocabulary; null for nothing. A type left out does not compile. */
export type Handlers<T extends EventType> = {
  [K in T]: ((act: Act, event: Recorded<K>) => Promise<void>) | null;
};

/** A reader of one part of the vocabulary. Its handlers act as whoever the event was recorded under. */
export function readerOf<T extends EventType>(handlers: Handlers<T>): EventReader {
  const byType: Partial<Record<EventType, EventReader | null>> = handlers as Handlers<never>;
  return async (act, event) => {
    const handle = byType[event.type];
    if (handle) await actAs(act, event.actor, own => handle(own, event));
  };
}

/** Has every reader read every event of the act once, in order; those that readers record are read as well. */
export async function readAll(act: Act, readers: readonly EventReader[]): Promise<void> {
  for (const event of act.recorded) for (const read of readers) await read(act, event);
}

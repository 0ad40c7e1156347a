import "server-only";
import { type Act, actAs } from "./act";
import type { EventType, Recorded, RecordedEvent } from "./types";

/** Runs inside the act that recorded the event. */
export type EventReader = (act: Act, event: RecordedEvent) => Promise<void>;

/** Null ignores a type; a missing type does not compile. */
export type Handlers<T extends EventType> = {
  [K in T]: ((act: Act, event: Recorded<K>) => Promise<void>) | null;
};

/** Runs each handler as the actor of its event. */
export function readerOf<T extends EventType>(handlers: Handlers<T>): EventReader {
  const byType: Partial<Record<EventType, EventReader | null>> = handlers as Handlers<never>;
  return async (act, event) => {
    const handle = byType[event.type];
    if (handle) await actAs(act, event.actor, own => handle(own, event));
  };
}

/** In order, including the events that readers record. */
export async function readAll(act: Act, readers: readonly EventReader[]): Promise<void> {
  for (const event of act.recorded) for (const read of readers) await read(act, event);
}

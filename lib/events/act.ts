import "server-only";
import type { Actor, PersonActor } from "../actor";
import type { Tx } from "../db";
import { refuse } from "../refusal";
import type { EventData, EventType, RecordedEvent, Subject } from "./types";

/** One action of one actor at one moment: what every command is given to work with. */
export type Act<A extends Actor = Actor> = {
  tx: Tx;
  actor: A;
  at: Date;
  recorded: RecordedEvent[];
};

/** Writes one fact into the history, in the action's own transaction. The only writer of events. */
export async function record<T extends EventType>(
  act: Act,
  type: T,
  data: EventData[T],
  subject: Subject,
  secrets: Record<string, string> = {},
): Promise<void> {
  const actorId = act.actor.kind === "person" ? act.actor.id : null;
  const { id } = await act.tx.event.create({
    data: { type, data, at: act.at, actorId, ...subject },
    select: { id: true },
  });
  act.recorded.push({ id, type, data, subject, secrets } as RecordedEvent);
}

/** For commands that only a person can carry out. */
export function byPerson(act: Act): Act<PersonActor> {
  if (act.actor.kind !== "person") throw refuse("person.only");
  return act as Act<PersonActor>;
}

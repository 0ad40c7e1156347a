import "server-only";
import type { Actor, PersonActor } from "../actor";
import type { Tx } from "../db";
import { refuse } from "../refusal";
import type { Change, EventData, EventType, RecordedEvent, Subject } from "./types";

/** One action at one moment, and whose it is: what every command is given to work with. */
export class Act<A extends Actor = Actor> {
  /** Not public: no object literal and no spread of an act is an act, only what `perform` and `actAs` make. */
  protected readonly isMade = true;

  constructor(
    readonly tx: Tx,
    readonly actor: A,
    readonly at: Date,
    readonly recorded: RecordedEvent[] = [],
  ) {}
}

/**
 * Runs a command inside another as somebody else: in the same transaction, at the same moment, with its events among
 * those of the act and recorded under its own actor. The only way to do so.
 * @throws Refusal as the command does
 */
export function actAs<A extends Actor, T>(
  act: Act,
  actor: A,
  command: (act: Act<A>) => Promise<T>,
): Promise<T> {
  return command(new Act(act.tx, actor, act.at, act.recorded));
}

/** For commands that only a person can carry out. */
export function byPerson(act: Act): Act<PersonActor> {
  if (act.actor.kind !== "person") throw refuse("person.only");
  return act as Act<PersonActor>;
}

/** Records one event in the act's own transaction. The only writer of events. */
export async function record<T extends EventType>(
  act: Act,
  type: T,
  data: EventData[T],
  subject: Subject,
  secrets: Record<string, string> = {},
): Promise<void> {
  await write(act, { type, data, subject, secrets, changes: [] });
}

/** Types whose data are nothing but what was changed. */
type ChangeType = "request_corrected" | "person_renamed" | "email_changed";

/** The same for an event that changed text: what it was before and after is kept next to the event, not in it. */
export async function recordChanges(
  act: Act,
  type: ChangeType,
  changes: Change[],
  subject: Subject,
): Promise<void> {
  await write(act, { type, data: {}, subject, secrets: {}, changes });
}

async function write(
  { tx, actor, at, recorded }: Act,
  event: Pick<RecordedEvent, "type" | "data" | "subject" | "changes" | "secrets">,
): Promise<void> {
  const { type, data, subject, changes } = event;
  const by = actor.kind === "person" ? { actorId: actor.id } : { part: actor.part };
  const { id } = await tx.event.create({
    data: {
      type,
      data,
      at,
      ...by,
      ...subject,
      ...(changes.length > 0 && { change: { create: { values: changes } } }),
    },
    select: { id: true },
  });
  recorded.push({ ...event, id, actor } as RecordedEvent);
}

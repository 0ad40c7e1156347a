import "server-only";
import type { Actor, PersonActor } from "../actor";
import type { Tx } from "../db";
import { refuse } from "../refusal";
import type { DeskSettings } from "../settings";
import type { Change, EventData, EventType, RecordedEvent, Subject } from "./types";

export class Act<A extends Actor = Actor> {
  /** Makes the type nominal: only `perform` and `actAs` can make an act, not a literal or a spread. */
  protected readonly isMade = true;

  constructor(
    readonly tx: Tx,
    readonly actor: A,
    readonly at: Date,
    readonly settings: DeskSettings,
    readonly recorded: RecordedEvent[] = [],
    /** The bulk run that it is part of, which tells a customer of several requests in one mail. */
    readonly runId: string | null = null,
  ) {}
}

/** In the same transaction, at the same time; the only way to change actors. @throws Refusal as the command does */
export function actAs<A extends Actor, T>(
  act: Act,
  actor: A,
  command: (act: Act<A>) => Promise<T>,
): Promise<T> {
  return command(new Act(act.tx, actor, act.at, act.settings, act.recorded, act.runId));
}

/** @throws Refusal unless a person acts */
export function byPerson(act: Act): Act<PersonActor> {
  if (act.actor.kind !== "person") throw refuse("person.only");
  return act as Act<PersonActor>;
}

/** The only writer of events, with `recordChanges`. */
export async function record<T extends EventType>(
  act: Act,
  type: T,
  data: EventData[T],
  subject: Subject,
  secrets: Record<string, string> = {},
): Promise<void> {
  await write(act, { type, data, subject, secrets, changes: [] });
}

/** Types that change text. */
type ChangeType =
  | "request_corrected"
  | "request_type_changed"
  | "agent_answers_changed"
  | "person_renamed"
  | "email_changed"
  | "organisation_added"
  | "organisation_renamed"
  | "domain_added"
  | "domain_removed"
  | "setting_changed"
  | "order_set"
  | "category_added"
  | "category_changed"
  | "type_added"
  | "type_changed"
  | "type_audience_set"
  | "type_statuses_named"
  | "choice_list_added"
  | "choice_list_changed"
  | "help_article_added"
  | "help_article_changed"
  | "tag_created"
  | "tag_changed"
  | "team_added"
  | "team_renamed";

/** Stores the text before and after next to the event, not in it. */
export async function recordChanges<T extends ChangeType>(
  act: Act,
  type: T,
  changes: Change[],
  subject: Subject,
  data: EventData[T],
): Promise<void> {
  await write(act, { type, data, subject, secrets: {}, changes });
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

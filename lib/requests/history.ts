import "server-only";
import type { Actor } from "../actor";
import type { Field } from "../catalog/fields";
import { now } from "../clock";
import { openTypes, typesByRole } from "../events/audience";
import { readEvents } from "../events/stored";
import type { Status } from "../generated/enums";
import { takesReplies } from "../transport/replies";
import { wordsOf } from "./event-rows";
import { type PartRow, readPart } from "./history-part";
import type { HistoryView } from "./history-view";
import { namedIn, type PeopleRow } from "./named";
import { entryOf, shownAmong, sideOf, type TimelineEntry } from "./timeline";
import type { RequestView } from "./view";

/** One part of a history, always oldest first; `earlier` and `later` link to its neighbours. */
export type HistoryPart = {
  show: HistoryView["show"];
  newestFirst: boolean;
  earlier: string | null;
  later: string | null;
};

const shownTo = {
  customer: shownAmong(openTypes),
  agent: shownAmong(typesByRole.agent),
  admin: shownAmong(typesByRole.admin),
};

type Request = { id: string; status: Status; fields: Field[] };
type Reader = {
  actor: Actor;
  wordedFor: RequestView;
  withNotes?: boolean;
  seesInvited?: boolean;
  withRaised?: boolean;
  withAllEarlier?: boolean;
};

/**
 * At most a hundred events of a request that the caller loaded through `visibleTo`. Without `withNotes` only what
 * everyone on the request may see; with it, agents also see what agents may.
 */
export async function readHistory(
  { id: requestId, status, fields }: Request,
  {
    actor,
    wordedFor,
    withNotes = false,
    seesInvited = false,
    withRaised = false,
    withAllEarlier = false,
  }: Reader,
  view: HistoryView,
): Promise<{ timeline: TimelineEntry[]; history: HistoryPart }> {
  const shown = withNotes && actor.kind === "person" ? shownTo[actor.role] : shownTo.customer;
  const types = withRaised ? shown : shown.filter(type => type !== "request_submitted");
  const part = await readPart({ requestId, types, view, withNotes, seesInvited, withAllEarlier });
  const { people, emails } = part;
  const opensMail = withNotes && takesReplies();
  const context = {
    ...{ view: wordedFor, fields, status, opensMail },
    named: namedIn({ people, emails }),
    at: now(),
  };
  // Leaves out rows of another release.
  const timeline = readEvents(part.events).flatMap(event => {
    const { id, actorId } = event;
    const mine = actor.kind === "person" && actorId === actor.id;
    const row = { ...event, ...wordsOf(event, part.earlier), mine };
    const shape = entryOf(row, { ...context, isAsked: id === String(view.edit) });
    if (!shape) return [];
    return [{ id, at: new Date(event.at).toISOString(), actor: actorOf(actorId, people), mine, ...shape }];
  });
  const newestFirst = actor.kind === "person" && actor.newestFirst;
  return { timeline, history: { show: view.show, newestFirst, ...neighboursOf(part, view) } };
}

function actorOf(id: string | null, people: PeopleRow): TimelineEntry["actor"] {
  const person = id === null ? undefined : people?.[id];
  return person ? { name: person.name, side: sideOf(person) } : { name: null, side: "system" };
}

function neighboursOf({ events, isForward, isMore, hasBefore }: PartRow, { before }: HistoryView) {
  const hasEarlier = isForward ? hasBefore : isMore;
  const hasLater = isForward ? isMore : before !== undefined;
  return {
    earlier: hasEarlier ? (events[0]?.id ?? null) : null,
    later: hasLater ? (events.at(-1)?.id ?? null) : null,
  };
}

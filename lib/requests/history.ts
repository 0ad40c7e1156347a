import "server-only";
import type { Actor } from "../actor";
import type { Field } from "../catalog/fields";
import { now } from "../clock";
import { openTypes, typesByRole } from "../events/audience";
import { readEvents } from "../events/stored";
import type { Status } from "../generated/enums";
import { readDeskSettings } from "../settings";
import { takesReplies } from "../transport/replies";
import { formsOf } from "./event-forms";
import { wordsOf } from "./event-rows";
import { type PartRow, readPart } from "./history-part";
import type { HistoryView } from "./history-view";
import { namedIn, type PeopleRow } from "./named";
import { referenceOf } from "./reference";
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
  const part = await readPart({ actor, requestId, types, view, withNotes, seesInvited, withAllEarlier });
  const { people, emails, tags, teams } = part;
  const settings = await readDeskSettings();
  const numbers = Object.entries(part.numbers ?? {});
  const references = Object.fromEntries(numbers.map(([id, number]) => [id, referenceOf(number, settings)]));
  const opensMail = withNotes && takesReplies();
  const context = {
    ...{ view: wordedFor, status, opensMail },
    named: namedIn({ people, emails, tags, teams, references }),
    at: now(),
    ...(actor.kind === "person" && { reader: actor }),
  };
  const timeline: TimelineEntry[] = [];
  // Leaves out rows of another release.
  for (const event of readEvents(part.events)) {
    const { id, actorId } = event;
    const mine = actor.kind === "person" && actorId === actor.id;
    const row = { ...event, ...wordsOf(event, part.earlier), mine };
    const forms = event.changes === null ? { fields } : await formsOf(event, fields);
    const shape = entryOf(row, { ...context, ...forms, isAsked: id === String(view.edit) });
    if (!shape) continue;
    const at = new Date(event.at).toISOString();
    timeline.push({ id, at, actor: actorOf(actorId, people), mine, ...shape });
  }
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

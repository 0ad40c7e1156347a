import "server-only";
import type { Actor, Role } from "../actor";
import { db } from "../db";
import type { EventData, EventType } from "../events/types";
import type { Status } from "../generated/enums";
import { moves, resolutions, statuses } from "./lifecycle";

export type TimelineEntry = {
  id: string;
  at: string;
  actor: { name: string; side: "customer" | "support" | "system" };
  mine: boolean;
} & EntryShape;

type EntryShape =
  | { kind: "comment"; body: string; change?: { label: string; status: Status } }
  | { kind: "note"; body: string }
  | { kind: "change"; text: string; status?: Status; label?: string };

export type Wording = "label" | "customerLabel";
type Row = {
  actorId: string | null;
  data: unknown;
  comment: { body: string } | null;
  note: string | undefined;
};
type Line = (row: Row, wording: Wording) => EntryShape | null;

/** How each kind of event reads in the history of a request; null where it has no place there. */
const lines: Record<EventType, Line | null> = {
  request_submitted: () => ({ kind: "change", text: "raised this request" }),
  comment_posted: ({ comment }) => comment && { kind: "comment", body: comment.body },
  note_added: ({ note }) => (note === undefined ? null : { kind: "note", body: note }),
  request_moved: movedLine,
  request_corrected: null,
  follow_up_raised: null,
  comment_edited: null,
  invitation_sent: null,
  invitation_withdrawn: null,
  invitation_accepted: null,
  participant_removed: null,
  participant_left: null,
  request_muted: null,
  request_unmuted: null,
  request_assigned: ({ actorId, data }) => {
    const { toId, toName } = data as EventData["request_assigned"];
    if (!toName) return { kind: "change", text: "put the request back for anybody to take" };
    return {
      kind: "change",
      text: toId === actorId ? "took on the request" : `gave the request to ${toName}`,
    };
  },
  sign_up_asked: null,
  test_mail_asked: null,
  mail_released: null,
  suppression_lifted: null,
  signed_up: null,
  person_created: null,
  person_suspended: null,
  person_restored: null,
  password_link_asked: null,
  password_set: null,
  password_changed: null,
  person_renamed: null,
  email_change_asked: null,
  email_changed: null,
};

function movedLine({ data, comment }: Row, wording: Wording): EntryShape | null {
  const { move, from, to, resolution } = data as EventData["request_moved"];
  const change = { label: labelOf(to, resolution, wording), status: to };
  if (comment) return { kind: "comment", body: comment.body, change };
  // What reads the same on both sides is no news.
  if (statuses[from][wording] === statuses[to][wording]) return null;
  const texts: Partial<Record<typeof move, string>> = {
    kill: "killed the issue",
    reopen: "re-opened the request",
  };
  return { kind: "change", text: texts[move] ?? "changed the status", ...change };
}

function labelOf(
  status: Status,
  resolution: EventData["request_moved"]["resolution"],
  wording: Wording,
): string {
  const label = statuses[status][wording];
  if (!resolution) return label;
  return resolution === moves.kill.resolution
    ? resolutions[resolution]
    : `${label}: ${resolutions[resolution]}`;
}

/**
 * The history of a request the caller has already loaded through `visibleTo`, in order.
 * Without `notes` no internal note can be in it: they are neither joined nor named.
 */
export async function readTimeline(
  requestId: string,
  actor: Actor,
  wording: Wording,
  notes?: Map<string, string>,
): Promise<TimelineEntry[]> {
  const rows = await db().event.findMany({
    where: { requestId, ...(!notes && { type: { not: "note_added" } }) },
    orderBy: { id: "asc" }, // index events_of_request
    select: {
      id: true,
      type: true,
      data: true,
      at: true,
      actorId: true,
      noteId: true,
      comment: { select: { body: true } },
      actor: { select: { name: true, role: true } },
    },
  });
  return rows.flatMap(row => {
    const shape = lines[row.type as EventType]?.(
      { ...row, note: row.noteId ? notes?.get(row.noteId) : undefined },
      wording,
    );
    if (!shape) return [];
    const mine = actor.kind === "person" && row.actorId === actor.id;
    return [{ id: String(row.id), at: row.at.toISOString(), actor: actorOf(row.actor), mine, ...shape }];
  });
}

function actorOf(person: { name: string; role: Role } | null): TimelineEntry["actor"] {
  if (!person) return { name: "The desk", side: "system" };
  return { name: person.name, side: person.role === "customer" ? "customer" : "support" };
}

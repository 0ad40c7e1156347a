import "server-only";
import type { Field } from "../catalog/fields";
import type { EventData, EventType } from "../events/types";
import type { FileView } from "../form/file-view";
import type { Status } from "../generated/enums";
import { type ChangeLine, describeChanges } from "./changes";
import type { EarlierWords } from "./earlier-words";
import { editableUntil, isEditable, stampOf } from "./edits";
import { labelOf, movedWords, statuses } from "./lifecycle";

export type TimelineEntry = {
  id: string;
  at: string;
  actor: { name: string; side: "customer" | "support" | "system" };
  mine: boolean;
} & EntryShape;

type EntryShape =
  | ({ kind: "comment"; change?: { label: string; status: Status }; shortened?: Shortened } & Words & Edits)
  | ({ kind: "note" } & Words)
  | { kind: "change"; text: string; status?: Status; label?: string }
  | { kind: "correction"; changes: ChangeLine[] };

/** It came as a mail of which quotes or a signature were left out. Agents are given the mail while it is kept. */
type Shortened = { mailId: string | null; isKept: boolean };

type Edits = {
  /** When the words last changed, and what they were before, the latest first. */
  edited?: { at: string; earlier: { body: string; at: string }[]; isCut?: true };
  /** Given to the writer for as long as they may change the words, or while they are at it. */
  editing?: { commentId: string; seen: number; until: string; isOver: boolean; isAsked: boolean };
};

/** What was written, and what was attached. */
type Words = { body: string; files: FileView[] };

export type Wording = "label" | "customerLabel";
type Row = {
  actorId: string | null;
  data: unknown;
  comment: Words | null;
  note?: Words | null;
};
type Comment = Words & {
  id: string;
  createdAt: Date;
  editedAt: Date | null;
  /** Where they are shown. */
  earlier?: EarlierWords;
  isShortened?: boolean;
  mail?: { id: string } | null;
};
/** The words of the reader, the form that the request was raised with, and whether they may know who is invited. */
type Context = { wording: Wording; fields: Field[]; seesInvited: boolean; opensMail?: boolean };
type Line = (row: Row, context: Context) => EntryShape | null;

/** How each kind of event reads in the history of a request; null where it has no place there. */
const lines: Record<EventType, Line | null> = {
  request_submitted: () => ({ kind: "change", text: "raised this request" }),
  comment_posted: ({ comment }) => comment && { kind: "comment", ...wordsOf(comment) },
  note_added: ({ note }) => (note ? { kind: "note", ...wordsOf(note) } : null),
  request_moved: movedLine,
  request_corrected: ({ data }, { fields }) => ({
    kind: "correction",
    changes: describeChanges(fields, (data as EventData["request_corrected"]).changes),
  }),
  // Its reference stands above, for those who may see it.
  follow_up_raised: () => ({ kind: "change", text: "raised a follow-up" }),
  comment_edited: null,
  invitation_sent: ({ data }, { seesInvited }) => {
    const { email, again } = data as EventData["invitation_sent"];
    const whom = seesInvited ? email : "somebody to this request";
    return { kind: "change", text: again ? `invited ${whom} once more` : `invited ${whom}` };
  },
  invitation_withdrawn: ({ data }, { seesInvited }) => ({
    kind: "change",
    text: seesInvited
      ? `withdrew the invitation of ${(data as EventData["invitation_withdrawn"]).email}`
      : "withdrew an invitation",
  }),
  invitation_accepted: ({ data }, { seesInvited }) => ({
    kind: "change",
    text: seesInvited
      ? `accepted the invitation sent to ${(data as EventData["invitation_accepted"]).email}`
      : "accepted an invitation and takes part",
  }),
  participant_removed: ({ data }) => ({
    kind: "change",
    text: `removed ${(data as EventData["participant_removed"]).name} from this request`,
  }),
  participant_left: () => ({ kind: "change", text: "left this request" }),
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
  mail_pace_chosen: null,
  mail_released: null,
  suppression_lifted: null,
  reply_accepted: null,
  reply_attached: null,
  reply_discarded: null,
  signed_up: null,
  person_created: null,
  person_suspended: null,
  person_restored: null,
  password_link_asked: null,
  log_in_link_asked: null,
  logged_in_by_link: null,
  password_set: null,
  password_changed: null,
  person_renamed: null,
  email_change_asked: null,
  email_changed: null,
};

const wordsOf = ({ body, files }: Words): Words => ({ body, files });

function movedLine({ data, comment }: Row, { wording }: Context): EntryShape | null {
  const { move, from, to, resolution } = data as EventData["request_moved"];
  const change = { label: labelOf(to, resolution, wording), status: to };
  if (comment) return { kind: "comment", ...wordsOf(comment), change };
  // What reads the same on both sides is no news.
  if (statuses[from][wording] === statuses[to][wording]) return null;
  return { kind: "change", text: movedWords[move] ?? "changed the status", ...change };
}

/** The events that have a place in a history. */
export const shownTypes = (Object.keys(lines) as EventType[]).filter(type => lines[type] !== null);

/** How an event reads to this reader; null where it has no place, or is no news. */
export function entryOf(
  row: Row & { type: string; mine: boolean; comment: Comment | null },
  { at, status, isAsked, ...context }: Context & { at: Date; status: Status; isAsked: boolean },
): EntryShape | null {
  const shape = lines[row.type as EventType]?.(row, context) ?? null;
  if (shape?.kind !== "comment" || !row.comment) return shape;
  const isOver = !isEditable(row.comment, status, at);
  return {
    ...shape,
    ...editsOf(row.comment),
    ...(row.comment.isShortened && { shortened: shortenedOf(row.comment, context) }),
    // Who is too late finds the form all the same, so that it can say so and keep what was typed.
    ...(row.mine && (isAsked || !isOver) && { editing: editingOf(row.comment, isOver, isAsked) }),
  };
}

function shortenedOf({ mail }: Comment, { opensMail }: { opensMail?: boolean }): Shortened {
  return { mailId: (opensMail && mail?.id) || null, isKept: Boolean(mail) };
}

function editsOf({ editedAt, earlier }: Comment): Edits {
  if (!editedAt) return {};
  const texts = earlier?.texts ?? [];
  return {
    edited: {
      at: editedAt.toISOString(),
      earlier: texts.map(({ body, writtenAt }) => ({ body, at: writtenAt.toISOString() })),
      ...(earlier?.isCut && { isCut: true }),
    },
  };
}

function editingOf(comment: Comment, isOver: boolean, isAsked: boolean): Edits["editing"] {
  const until = editableUntil(comment).toISOString();
  return { commentId: comment.id, seen: stampOf(comment), until, isOver, isAsked };
}

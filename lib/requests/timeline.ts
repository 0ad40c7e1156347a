import "server-only";
import type { Role } from "../actor";
import type { Field } from "../catalog/fields";
import type { Stored } from "../events/stored";
import type { Change, EventData, EventType, RequestEventType } from "../events/types";
import type { FileView } from "../form/file-view";
import type { Status } from "../generated/enums";
import { type ChangeLine, describeChanges } from "./changes";
import type { EarlierWords } from "./earlier-words";
import { editableUntil, isEditable, stampOf } from "./edits";
import { labelOf, ruleOf, statuses } from "./lifecycle";
import type { Named } from "./named";

export type TimelineEntry = {
  id: string;
  at: string;
  actor: { name: string; side: "customer" | "support" | "system" };
  mine: boolean;
} & EntryShape;

type EntryShape =
  | ({
      kind: "comment";
      change?: { label: string; status: Status };
      tookOn?: true;
      shortened?: Shortened;
    } & Words &
      Edits)
  | ({ kind: "note" } & Words)
  | { kind: "change"; text: string; status?: Status; label?: string }
  | { kind: "correction"; changes: ChangeLine[] };

/** The mail had quotes or a signature removed; agents can open the original while it is kept. */
type Shortened = { mailId: string | null; isKept: boolean };

export type Edits = {
  edited?: { at: string; earlier: { body: string; at: string }[]; isCut?: true };
  /** Set for the writer while the text may be changed, or while they are editing it. */
  editing?: { commentId: string; seen: number; until: string; isOver: boolean; isAsked: boolean };
};

type Words = { body: string; files: FileView[] };

export type Wording = "label" | "customerLabel";
type Row<T extends RequestEventType = RequestEventType> = {
  actorId: string | null;
  personId: string | null;
  data: EventData[T];
  comment: Words | null;
  note?: Words | null;
  changes: Change[];
};
type Comment = Words & {
  id: string;
  createdAt: Date;
  editedAt: Date | null;
  earlier?: EarlierWords;
  isShortened?: boolean;
  mail?: { id: string } | null;
};
type Context = { wording: Wording; fields: Field[]; named: Named; opensMail?: boolean };
type Line<T extends RequestEventType> = (row: Row<T>, context: Context) => EntryShape | null;

const change = (text: string): EntryShape => ({ kind: "change", text });

const lines: { [T in RequestEventType]: Line<T> | null } = {
  request_submitted: () => change("raised this request"),
  comment_posted: ({ data, comment }) => comment && { kind: "comment", ...wordsOf(comment), ...tookOn(data) },
  note_added: ({ note }) => (note ? { kind: "note", ...wordsOf(note) } : null),
  request_moved: movedLine,
  request_corrected: ({ changes }, { fields }) => ({
    kind: "correction",
    changes: describeChanges(fields, changes),
  }),
  follow_up_raised: () => change("raised a follow-up"),
  comment_edited: null,
  invitation_sent: ({ data }, { named }) => {
    const whom = named.emailOf(data.invitationId) ?? "somebody to this request";
    return change(data.again ? `invited ${whom} once more` : `invited ${whom}`);
  },
  invitation_withdrawn: ({ data }, { named }) => {
    const email = named.emailOf(data.invitationId);
    return change(email ? `withdrew the invitation of ${email}` : "withdrew an invitation");
  },
  invitation_accepted: ({ data }, { named }) => {
    const email = named.emailOf(data.invitationId);
    return change(
      email ? `accepted the invitation sent to ${email}` : "accepted an invitation and takes part",
    );
  },
  participant_removed: ({ personId }, { named }) =>
    change(`removed ${named.nameOf(personId)} from this request`),
  participant_left: () => change("left this request"),
  request_muted: null,
  request_unmuted: null,
  request_assigned: ({ actorId, data: { toId } }, { named }) => {
    if (toId === null) return change("put the request back for anybody to take");
    return change(toId === actorId ? "took on the request" : `gave the request to ${named.nameOf(toId)}`);
  },
};

export const sideOf = ({ role }: { role: Role }) => (role === "customer" ? "customer" : "support");

const wordsOf = ({ body, files }: Words): Words => ({ body, files });

const tookOn = (data: { tookOn?: true }) => (data.tookOn ? { tookOn: data.tookOn } : {});

function movedLine({ data, comment }: Row<"request_moved">, { wording }: Context): EntryShape | null {
  const { move, from, to, resolution } = data;
  const now = { label: labelOf(to, resolution, wording), status: to };
  if (comment) return { kind: "comment", ...wordsOf(comment), change: now, ...tookOn(data) };
  if (statuses[from][wording] === statuses[to][wording]) return null;
  return { kind: "change", text: ruleOf(move)?.done ?? "changed the status", ...now };
}

const lineOf = (type: EventType) =>
  Object.hasOwn(lines, type) ? (lines[type as RequestEventType] as Line<RequestEventType> | null) : null;

export const shownAmong = (types: EventType[]): EventType[] => types.filter(type => lineOf(type) !== null);

type EventRow = Omit<Row, "data"> & { type: string; data: unknown; comment: Comment | null; mine: boolean };

/** Null if the event is not shown to this reader, or reads the same as before. */
export function entryOf(
  row: Stored<EventRow>,
  { at, status, isAsked, ...context }: Context & { at: Date; status: Status; isAsked: boolean },
): EntryShape | null {
  const shape = lineOf(row.type)?.(row as Row, context) ?? null;
  if (shape?.kind !== "comment" || !row.comment) return shape;
  const isOver = !isEditable(row.comment, status, at);
  return {
    ...shape,
    ...editsOf(row.comment),
    ...(row.comment.isShortened && { shortened: shortenedOf(row.comment, context) }),
    // A writer who is too late still gets the form, so that it can say so and keep what was typed.
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

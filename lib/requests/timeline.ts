import "server-only";
import type { Role } from "../actor";
import type { Field } from "../catalog/fields";
import { fieldsFor } from "../catalog/own-fields";
import type { Stored } from "../events/stored";
import type { Change, EventData, EventType, RequestEventType } from "../events/types";
import type { FileView } from "../form/file-view";
import { sayDate } from "../formats";
import type { Status } from "../generated/enums";
import { messages } from "../generated/messages";
import type { Mentioned } from "../markdown/mentions";
import type { Said, TypeName } from "../messages/said";
import { type ChangeLine, describeChanges, describeTypeChange } from "./changes";
import type { EarlierWords } from "./earlier-words";
import { editableUntil, isEditable, stampOf } from "./edits";
import { type HistoryLine, type LineCode, lineOf } from "./history-line";
import { outcomeOf, priorityCode } from "./labels";
import type { Named } from "./named";
import type { RequestView } from "./view";

export type TimelineEntry = {
  id: string;
  at: string;
  /** The desk itself has no name here. */
  actor: { name: string | null; side: "customer" | "support" | "system" };
  mine: boolean;
} & EntryShape;

type EntryShape =
  | ({
      kind: "comment";
      change?: { label: Said; status: Status };
      tookOn?: true;
      shortened?: Shortened;
    } & Words &
      Edits)
  | ({ kind: "note"; mentions: Mentioned[] } & Words)
  | { kind: "change"; line: HistoryLine; status?: Status; label?: Said }
  | { kind: "correction"; line: HistoryLine; changes: ChangeLine[] };

/** The mail had quotes or a signature removed; agents can open the original while it is kept. */
type Shortened = { mailId: string | null; isKept: boolean };

export type Edits = {
  edited?: { at: string; earlier: { body: string; at: string }[]; isCut?: true };
  /** Set for the writer while the text may be changed, or while they are editing it. */
  editing?: { commentId: string; seen: number; until: string; isOver: boolean; isAsked: boolean };
};

type Words = { body: string; files: FileView[] };

type Row<T extends RequestEventType = RequestEventType> = {
  actorId: string | null;
  personId: string | null;
  data: EventData[T];
  comment: Words | null;
  note?: (Words & { mentions: Mentioned[] }) | null;
  changes: Change[];
  types?: { from: TypeName; to: TypeName } | null;
};
type Comment = Words & {
  id: string;
  createdAt: Date;
  editedAt: Date | null;
  earlier?: EarlierWords;
  isShortened?: boolean;
  mail?: { id: string } | null;
};
type Context = {
  view: RequestView;
  fields: Field[];
  /** Where the type was changed, those of the new one. */
  newFields?: Field[];
  named: Named;
  opensMail?: boolean;
  reader?: Reader;
};
/** In whose zone and language times are said. */
type Reader = { language: string; timeZone: string };
type Line<T extends RequestEventType> = (row: Row<T>, context: Context) => EntryShape | null;

const everybody: Reader = { language: "en-GB", timeZone: "UTC" };

const ownOf = (reader: Reader | undefined, fields: Field[]) => (reader ? fieldsFor(reader, fields) : fields);

const change = (line: HistoryLine): EntryShape => ({ kind: "change", line });

const lines: { [T in RequestEventType]: Line<T> | null } = {
  request_submitted: () => change(lineOf("history.raised")),
  comment_posted: ({ data, comment }) => comment && { kind: "comment", ...wordsOf(comment), ...tookOn(data) },
  note_added: ({ note }) => (note ? { kind: "note", ...wordsOf(note), mentions: note.mentions } : null),
  request_moved: movedLine,
  request_corrected: ({ changes }, { fields, reader }) => ({
    kind: "correction",
    line: lineOf("history.corrected"),
    changes: describeChanges(ownOf(reader, fields), changes),
  }),
  request_type_changed: ({ changes, types }, { fields, newFields = [], reader }) => ({
    kind: "correction",
    line: types ? lineOf("history.type_changed", types) : lineOf("history.type_changed.unnamed"),
    changes: describeTypeChange(ownOf(reader, fields), ownOf(reader, newFields), changes),
  }),
  agent_answers_changed: ({ changes }, { fields, newFields = [], reader }) => ({
    kind: "correction",
    line: lineOf("history.agent_answers_changed"),
    changes: describeTypeChange(ownOf(reader, fields), ownOf(reader, newFields), changes),
  }),
  follow_up_raised: () => change(lineOf("history.followed_up")),
  comment_edited: null,
  invitation_sent: ({ data }, { named }) => {
    const email = named.emailOf(data.invitationId);
    const code = data.again ? "history.invited_again" : "history.invited";
    return change(email ? lineOf(code, { email }) : lineOf(`${code}.unnamed`));
  },
  invitation_withdrawn: ({ data }, { named }) => {
    const email = named.emailOf(data.invitationId);
    return change(email ? lineOf("history.withdrew", { email }) : lineOf("history.withdrew.unnamed"));
  },
  invitation_accepted: ({ data }, { named }) => {
    const email = named.emailOf(data.invitationId);
    return change(email ? lineOf("history.accepted", { email }) : lineOf("history.accepted.unnamed"));
  },
  participant_removed: ({ personId }, { named }) =>
    change(lineOf("history.removed", { person: named.nameOf(personId) })),
  participant_left: () => change(lineOf("history.left")),
  privacy_changed: ({ data }) => change(lineOf(data.isPrivate ? "history.hid" : "history.showed")),
  priority_set: ({ actorId, data: { to } }) => {
    const priority: Said = { code: priorityCode(to) };
    return change(lineOf(actorId ? "history.prioritised" : "history.prioritised.by_answer", { priority }));
  },
  tag_added: ({ data }, { named }) => change(lineOf("history.tagged", { tag: named.tagOf(data.tagId) })),
  tag_removed: ({ data }, { named }) => change(lineOf("history.untagged", { tag: named.tagOf(data.tagId) })),
  request_linked: ({ data: { otherId, how } }, { named }) =>
    change(lineOf(`history.linked.${how}`, { request: named.requestOf(otherId) })),
  request_unlinked: ({ data: { otherId } }, { named }) =>
    change(lineOf("history.unlinked", { request: named.requestOf(otherId) })),
  request_snoozed: ({ data: { until } }, { reader = everybody }) =>
    change(lineOf("history.snoozed", { until: sayDate(new Date(until), reader, "localDateTime") })),
  request_woke: ({ data: { because } }) => change(lineOf(`history.woke.${because}`)),
  reply_held_back: null,
  request_muted: null,
  request_unmuted: null,
  request_handed_over: handedOverLine,
  request_followed: null,
  request_unfollowed: null,
  request_left_unassigned: ({ data }) => change(lineOf("history.left_unassigned", data)),
  request_assigned: ({ actorId, data: { toId } }, { named }) => {
    if (toId === null) return change(lineOf("history.put_back"));
    const isOwn = toId === actorId;
    return change(isOwn ? lineOf("history.took_on") : lineOf("history.gave", { person: named.nameOf(toId) }));
  },
};

function handedOverLine({ data }: Row<"request_handed_over">, { named }: Context): EntryShape {
  const { fromTeamId, toTeamId, unassigned } = data;
  if (toTeamId === null)
    return change(lineOf("history.handed_over.nowhere", { team: named.teamOf(fromTeamId) }));
  const team = named.teamOf(toTeamId);
  return change(lineOf(unassigned ? "history.handed_over.freed" : "history.handed_over", { team }));
}

export const sideOf = ({ role }: { role: Role }) => (role === "customer" ? "customer" : "support");

const wordsOf = ({ body, files }: Words): Words => ({ body, files });

const tookOn = (data: { tookOn?: true }) => (data.tookOn ? { tookOn: data.tookOn } : {});

function movedLine({ data, comment }: Row<"request_moved">, { view }: Context): EntryShape | null {
  const { move, from, to, resolution } = data;
  const now = { label: outcomeOf(to, resolution, view), status: to };
  if (comment) return { kind: "comment", ...wordsOf(comment), change: now, ...tookOn(data) };
  if (from === to) return null;
  return { kind: "change", line: doneLine(move) ?? lineOf("history.moved"), ...now };
}

/** Undefined if the move has no words of its own, as one of another release. */
export function doneLine(move: string): HistoryLine | undefined {
  const code = `moves.${move}.done`;
  return Object.hasOwn(messages.en, code) ? { code: code as LineCode, params: {} } : undefined;
}

const writerOf = (type: EventType) =>
  Object.hasOwn(lines, type) ? (lines[type as RequestEventType] as Line<RequestEventType> | null) : null;

export const shownAmong = (types: EventType[]): EventType[] => types.filter(type => writerOf(type) !== null);

type EventRow = Omit<Row, "data"> & { type: string; data: unknown; comment: Comment | null; mine: boolean };

/** Null if the event is not shown to this reader, or reads the same as before. */
export function entryOf(
  row: Stored<EventRow>,
  { at, status, isAsked, ...context }: Context & { at: Date; status: Status; isAsked: boolean },
): EntryShape | null {
  const shape = writerOf(row.type)?.(row as Row, context) ?? null;
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
      earlier: texts.map(({ body, writtenAt }) => ({ body, at: new Date(writtenAt).toISOString() })),
      ...(earlier?.isCut && { isCut: true }),
    },
  };
}

function editingOf(comment: Comment, isOver: boolean, isAsked: boolean): Edits["editing"] {
  const until = editableUntil(comment).toISOString();
  return { commentId: comment.id, seen: stampOf(comment), until, isOver, isAsked };
}

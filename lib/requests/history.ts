import "server-only";
import type { Actor, Role } from "../actor";
import { fileColumns, fileOrder } from "../attachments/store";
import { fieldsOf } from "../catalog/queries";
import { now } from "../clock";
import { db, type Prisma } from "../db";
import { openTypes, typesByRole } from "../events/audience";
import { readChanges, readEvents, type Stored } from "../events/stored";
import type { Change } from "../events/types";
import type { Status } from "../generated/enums";
import { takesReplies } from "../transport/replies";
import { readEarlierWords } from "./earlier-words";
import type { HistoryView } from "./history-view";
import { readNamed } from "./named";
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

export const partSize = 100;
/** Characters per part: a page of a hundred comments of maximum length would block the process for everybody. */
export const partLength = 100_000;

const files = { select: fileColumns, orderBy: [...fileOrder] };
const columns = {
  id: true,
  type: true,
  data: true,
  at: true,
  actorId: true,
  personId: true,
  comment: {
    select: {
      id: true,
      body: true,
      files,
      createdAt: true,
      editedAt: true,
      isShortened: true,
      mail: { select: { id: true } },
    },
  },
  actor: { select: { name: true, role: true } },
} as const satisfies Prisma.EventSelect;
const deskColumns = { ...columns, note: { select: { body: true, files } } } as const;

type Request = { id: string; status: Status; form: { id: string; fields: unknown } };
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
  request: Request,
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
  const types = withNotes && actor.kind === "person" ? shownTo[actor.role] : shownTo.customer;
  const where: Prisma.EventWhereInput = {
    requestId: request.id,
    type: { in: withRaised ? types : types.filter(type => type !== "request_submitted") },
    ...(view.show === "comments" && {
      OR: [{ commentId: { not: null } }, ...(withNotes ? [{ noteId: { not: null } }] : [])],
    }),
  };
  const { rows, earlier, later } = await readPart(where, withNotes, view);
  const edited = rows.flatMap(({ comment }) => (comment?.editedAt ? [comment.id] : []));
  const asked = rows.find(({ id }) => id === (view.edit ?? view.entry))?.comment?.id;
  const texts = await readEarlierWords(edited, { asked, isWhole: withAllEarlier });
  const fields = fieldsOf(request.form);
  const opensMail = withNotes && takesReplies();
  const named = await readNamed(db(), rows, { seesInvited });
  const context = { view: wordedFor, fields, named, opensMail, status: request.status, at: now() };
  const timeline = rows.flatMap(row => {
    const mine = actor.kind === "person" && row.actorId === actor.id;
    const comment = row.comment && { ...row.comment, earlier: texts(row.comment.id) };
    const shape = entryOf({ ...row, comment, mine }, { ...context, isAsked: row.id === view.edit });
    if (!shape) return [];
    return [{ id: String(row.id), at: row.at.toISOString(), actor: actorOf(row.actor), mine, ...shape }];
  });
  const newestFirst = actor.kind === "person" && actor.newestFirst;
  return { timeline, history: { show: view.show, newestFirst, earlier, later } };
}

type Note = Prisma.EventGetPayload<{ select: typeof deskColumns }>["note"];
type Row = Stored<Prisma.EventGetPayload<{ select: typeof columns }> & { note?: Note }> & {
  changes: Change[];
};
type Part = {
  rows: Row[];
  earlier: string | null;
  later: string | null;
};

async function readPart(where: Prisma.EventWhereInput, withNotes: boolean, view: HistoryView): Promise<Part> {
  if (view.after !== undefined) return readAfter(where, withNotes, view.after);
  const cut = view.before === undefined ? {} : { id: { lt: view.before } };
  const { found, isMore } = await find({ ...where, ...cut }, withNotes, "desc");
  const rows = startOf(found).reverse();
  const hasEarlier = isMore || found.length > rows.length;
  const oldest = rows[0]?.id;
  if (view.entry !== undefined && hasEarlier && oldest !== undefined && view.entry < oldest)
    return readAfter(where, withNotes, view.entry - 1n);
  return {
    rows,
    earlier: hasEarlier && oldest !== undefined ? String(oldest) : null,
    later: view.before !== undefined && rows.length > 0 ? String(rows.at(-1)?.id) : null,
  };
}

async function readAfter(where: Prisma.EventWhereInput, withNotes: boolean, after: bigint): Promise<Part> {
  const [{ found, isMore }, before] = await Promise.all([
    find({ ...where, id: { gt: after } }, withNotes, "asc"),
    db().event.findFirst({ where: { ...where, id: { lte: after } }, select: { id: true } }),
  ]);
  const rows = startOf(found);
  return {
    rows,
    earlier: before && rows[0] ? String(rows[0].id) : null,
    later: (isMore || found.length > rows.length) && rows.length > 0 ? String(rows.at(-1)?.id) : null,
  };
}

function startOf(found: Row[]): Row[] {
  let length = 0;
  const end = found.findIndex((row, place) => {
    length += lengthOf(row);
    return place === partSize || (place > 0 && length > partLength);
  });
  return end < 0 ? found : found.slice(0, end);
}

const lengthOf = ({ comment, note, changes }: Row) =>
  (comment?.body.length ?? 0) + (note?.body.length ?? 0) + JSON.stringify(changes).length;

async function find(
  where: Prisma.EventWhereInput,
  withNotes: boolean,
  order: "asc" | "desc",
): Promise<{ found: Row[]; isMore: boolean }> {
  const page = { where, orderBy: { id: order }, take: partSize + 1 } as const; // index events_of_request
  const stored = withNotes
    ? await db().event.findMany({ ...page, select: deskColumns })
    : await db().event.findMany({ ...page, select: columns });
  // Rows of another release may be left out here, and are no sign of the end.
  const rows = readEvents(stored);
  const corrected = rows.flatMap(({ id, type }) => (type === "request_corrected" ? [id] : []));
  const changesOf = await readChanges(db(), corrected);
  return {
    found: rows.map(row => ({ ...row, changes: changesOf(row.id) })),
    isMore: stored.length > partSize,
  };
}

function actorOf(person: { name: string; role: Role } | null): TimelineEntry["actor"] {
  if (!person) return { name: null, side: "system" };
  return { name: person.name, side: sideOf(person) };
}

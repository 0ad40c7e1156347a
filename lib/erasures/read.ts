import "server-only";
import type { PersonActor, Role } from "../actor";
import { pageOf, readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import { onlyAdmins } from "../only-admins";
import { notFound } from "../refusal";

export type ErasureState = {
  askedBy: string;
  askedAt: string;
  dueAt: string;
  erasedAt: string | null;
  isBegun: boolean;
};

/** What of a person goes, and what others wrote and stays. */
export type ErasureCounts = {
  requests: number;
  openRequests: number;
  assigned: number;
  comments: number;
  notes: number;
  notesAbout: number;
  files: number;
  mails: number;
  repliesByMail: number;
  cannedReplies: number;
  savedViews: number;
  othersComments: number;
  othersNotes: number;
  othersRequests: number;
};

export type PersonToErase = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isOneself: boolean;
  /** Null until it is asked for. */
  erasure: ErasureState | null;
  counts: ErasureCounts;
};

const erasureColumns = {
  askedBy: { select: { name: true } },
  askedAt: true,
  dueAt: true,
  begunAt: true,
  erasedAt: true,
} as const;

type Row = {
  askedBy: { name: string };
  askedAt: Date;
  dueAt: Date;
  begunAt: Date | null;
  erasedAt: Date | null;
};

const stateOf = ({ askedBy, askedAt, dueAt, begunAt, erasedAt }: Row): ErasureState => ({
  askedBy: askedBy.name,
  askedAt: askedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  erasedAt: erasedAt?.toISOString() ?? null,
  isBegun: begunAt !== null,
});

/** @throws Refusal not_found (no admin, nobody) */
export async function readPersonToErase(actor: PersonActor, id: string): Promise<PersonToErase> {
  onlyAdmins(actor);
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound();
  const person = await db().person.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, role: true, erasure: { select: erasureColumns } },
  });
  if (!person) throw notFound();
  const { erasure, ...rest } = person;
  return {
    ...rest,
    isOneself: actor.id === id,
    erasure: erasure && stateOf(erasure),
    counts: await countRows(id),
  };
}

/** By the indexes that begin with a person. */
async function countRows(id: string): Promise<ErasureCounts> {
  const [counts] = await db().$queryRaw<ErasureCounts[]>`
    with own as (select id, "isOpen" from requests where "requesterId" = ${id}::uuid)
    select
      (select count(*)::int from own) as requests,
      (select count(*)::int from own where "isOpen") as "openRequests",
      (select count(*)::int from requests where "assigneeId" = ${id}::uuid and "isOpen") as assigned,
      (select count(*)::int from comments where "authorId" = ${id}::uuid) as comments,
      (select count(*)::int from notes where "authorId" = ${id}::uuid) as notes,
      (select count(*)::int from customer_notes where "personId" = ${id}::uuid) as "notesAbout",
      (select count(*)::int from files where "ownerId" = ${id}::uuid) as files,
      (select count(*)::int from deliveries where "personId" = ${id}::uuid) as mails,
      (select count(*)::int from inbound_mails where "senderId" = ${id}::uuid) as "repliesByMail",
      (select count(*)::int from canned_replies where "personId" = ${id}::uuid) as "cannedReplies",
      (select count(*)::int from saved_views where "personId" = ${id}::uuid) as "savedViews",
      (select count(*)::int from comments c join own on own.id = c."requestId" where c."authorId" <> ${id}::uuid) as "othersComments",
      (select count(*)::int from notes n join own on own.id = n."requestId" where n."authorId" <> ${id}::uuid) as "othersNotes",
      (select count(distinct "requestId")::int from comments c join requests r on r.id = c."requestId"
        where c."authorId" = ${id}::uuid and r."requesterId" <> ${id}::uuid) as "othersRequests"`;
  if (!counts) throw new Error("Nothing was counted.");
  return counts;
}

/** Name and address are null once they are erased. */
export type ListedErasure = ErasureState & { personId: string; name: string | null; email: string | null };

const pageSize = 50;

/** The latest first. @throws Refusal not_found for anybody who is no admin */
export async function listErasures(
  actor: PersonActor,
  before?: string,
): Promise<{ rows: ListedErasure[]; next: string | null }> {
  onlyAdmins(actor);
  const cursor = readCursor(before);
  const rows = await db().erasure.findMany({
    where: cursor
      ? {
          askedAt: { lte: cursor.at },
          OR: [{ askedAt: { lt: cursor.at } }, { personId: { lt: cursor.id } }],
        }
      : {},
    orderBy: [{ askedAt: "desc" }, { personId: "desc" }], // index erasures_newest
    take: pageSize + 1,
    select: { personId: true, person: { select: { name: true, email: true } }, ...erasureColumns },
  });
  const { page, next } = pageOf(rows, pageSize, ({ askedAt, personId }) =>
    writeCursor({ at: askedAt, id: personId }),
  );
  return {
    rows: page.map(({ personId, person, ...row }) => ({
      personId,
      name: row.erasedAt ? null : person.name,
      email: row.erasedAt ? null : person.email,
      ...stateOf(row),
    })),
    next,
  };
}

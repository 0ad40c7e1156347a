import "server-only";
import { db, Prisma } from "../db";
import { logError } from "../log";
import { perProcess } from "../process/per-process";

/** `ours` is what the person manages of organisations. */
export type MembersList = "own" | "ours";
export type LiveList = MembersList | "queue";

/** Changes with most changes of the list: enough to notice any between rendering a page and listening for news. */
export async function readListStamp(list: LiveList, personId: string): Promise<string> {
  const [row] = await db().$queryRaw<
    { stamp: string | null }[]
  >`select (${stamps[list](personId)})::text as stamp`;
  return row?.stamp ?? "0";
}

const { sql } = Prisma;
const lastOf = (rows: Prisma.Sql) => sql`
  select (extract(epoch from max("lastActivityAt")) * 1000)::bigint from ${rows}`;

const stamps: Record<LiveList, (personId: string) => Prisma.Sql> = {
  queue: () => sql`select max(id) from events`, // events_pkey
  own: personId => lastOf(sql`members where "personId" = ${personId}::uuid`), // members_newest
  // requests_of_organisation
  ours: personId =>
    lastOf(sql`organisation_members m cross join lateral (
    select r."lastActivityAt" from requests r where r."organisationId" = m."organisationId" and not r."isPrivate"
    order by r."lastActivityAt" desc, r.id desc limit 1
  ) r where m."personId" = ${personId}::uuid and m."isManager"`),
};

const pauseMs = 500;

type Hear = () => void;

const open = () =>
  perProcess("members' lists", () => ({
    readers: { own: new Map<string, Set<Hear>>(), ours: new Map<string, Set<Hear>>() },
    changed: new Set<string>(),
    due: undefined as NodeJS.Timeout | undefined,
  }));

/** Calls back on changes to requests of this list of the person's, until the returned function is called. */
export function watchList(list: MembersList, personId: string, hear: Hear): () => void {
  const readers = open().readers[list];
  const hearers = readers.get(personId) ?? new Set();
  readers.set(personId, hearers.add(hear));
  return () => {
    if (hearers.delete(hear) && hearers.size === 0) readers.delete(personId);
  };
}

/** Batches half a second of changes into one query for all open lists. */
export function tellLists(requestId: string): void {
  const lists = open();
  lists.changed.add(requestId);
  lists.due ??= setTimeout(() => {
    lists.due = undefined;
    tellReaders().catch(error => logError("open lists could not hear of a change", error));
  }, pauseMs);
}

async function tellReaders(): Promise<void> {
  const { readers, changed } = open();
  const requestIds = [...changed];
  changed.clear();
  const [own, ours] = [[...readers.own.keys()], [...readers.ours.keys()]];
  if (own.length + ours.length === 0) return;
  // Indexes: members_pkey, requests_pkey, organisation_members_pkey. Managers hear of private requests, too, and nothing
  // but that: one that has just become private has to leave their list.
  const concerned = await db().$queryRaw<{ list: MembersList; personId: string }[]>`
    select 'own' as list, m."personId" from members m
    where m."requestId" = any(${requestIds}::uuid[]) and m."personId" = any(${own}::uuid[])
    union
    select 'ours', o."personId" from requests r
    join organisation_members o on o."organisationId" = r."organisationId" and o."isManager"
    where r.id = any(${requestIds}::uuid[]) and o."personId" = any(${ours}::uuid[])`;
  for (const { list, personId } of concerned) for (const hear of readers[list].get(personId) ?? []) hear();
}

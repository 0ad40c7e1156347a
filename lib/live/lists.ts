import "server-only";
import { db } from "../db";
import { logError } from "../log";
import { perProcess } from "../process/per-process";

export type LiveList = "own" | "queue";

/** Changes with most changes of the list: enough to notice any between rendering a page and listening for news. */
export async function readListStamp(list: LiveList, personId: string): Promise<string> {
  const [row] =
    list === "queue"
      ? await db().$queryRaw<{ stamp: string | null }[]>`select max(id)::text as stamp from events` // events_pkey
      : await db().$queryRaw<{ stamp: string | null }[]>`
          select (extract(epoch from max("lastActivityAt")) * 1000)::bigint::text as stamp
          from members where "personId" = ${personId}::uuid`; // index members_newest
  return row?.stamp ?? "0";
}

const pauseMs = 500;

type Hear = () => void;

const open = () =>
  perProcess("own lists", () => ({
    readers: new Map<string, Set<Hear>>(),
    changed: new Set<string>(),
    due: undefined as NodeJS.Timeout | undefined,
  }));

/** Calls back on changes to requests the person is on, until the returned function is called. */
export function watchOwnList(personId: string, hear: Hear): () => void {
  const { readers } = open();
  const hearers = readers.get(personId) ?? new Set();
  readers.set(personId, hearers.add(hear));
  return () => {
    if (hearers.delete(hear) && hearers.size === 0) readers.delete(personId);
  };
}

/** Batches half a second of changes into one query for all open lists. */
export function tellOwnLists(requestId: string): void {
  const lists = open();
  lists.changed.add(requestId);
  lists.due ??= setTimeout(() => {
    lists.due = undefined;
    tellMembers().catch(error => logError("open lists could not hear of a change", error));
  }, pauseMs);
}

async function tellMembers(): Promise<void> {
  const { readers, changed } = open();
  const requestIds = [...changed];
  changed.clear();
  if (readers.size === 0) return;
  const members = await db().member.findMany({
    where: { requestId: { in: requestIds }, personId: { in: [...readers.keys()] } }, // index members_pkey
    select: { personId: true },
  });
  for (const personId of new Set(members.map(member => member.personId)))
    for (const hear of readers.get(personId) ?? []) hear();
}

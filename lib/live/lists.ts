import "server-only";
import { db } from "../db";
import { logError } from "../log";
import { perProcess } from "../process/per-process";

/** The lists that an open page may show: a person's own requests, or the agents' queue. */
export type LiveList = "own" | "queue";

/**
 * Changes with most of what changes in the list: enough to notice what happened between drawing a page and listening
 * for news. After that the news say so.
 */
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

/** Who has their own list open in this process, and the requests that changed since they were last looked at. */
const open = () =>
  perProcess("own lists", () => ({
    readers: new Map<string, Set<Hear>>(),
    changed: new Set<string>(),
    due: undefined as NodeJS.Timeout | undefined,
  }));

/** Calls back when a request changed that the person is on, until the function it returns is called. */
export function watchOwnList(personId: string, hear: Hear): () => void {
  const { readers } = open();
  const hearers = readers.get(personId) ?? new Set();
  readers.set(personId, hearers.add(hear));
  return () => {
    if (hearers.delete(hear) && hearers.size === 0) readers.delete(personId);
  };
}

/** Tells the members of a request that have their own list open. One statement serves all of them and half a second. */
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

import "server-only";
import type { PersonActor } from "../actor";
import { now } from "../clock";
import { pageOf } from "../cursor";
import { db, Prisma, transaction } from "../db";
import type { Act } from "../events/act";
import { byPerson } from "../events/act";
import type { Said } from "../messages/said";
import { toldBy } from "../requests/history-line";
import { isCustomerOf, standingColumns, viewOf, visibleTo } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { requestPath } from "../requests/view";
import { readDeskSettings } from "../settings";
import { type News, readNews } from "./news";

export type NoticeRow = {
  id: string;
  href: string;
  reference: string;
  summary: string;
  isSupport: boolean;
  told: Said;
  typeSlug: string;
  at: string;
  isUnread: boolean;
};
export type NoticeList = { rows: NoticeRow[]; older: string | null };

const pageSize = 25;
const maxCounted = 100;

/** Counted up to a hundred. */
export async function countUnread(actor: PersonActor): Promise<number> {
  const rows = await db().notice.findMany({
    where: {
      personId: actor.id,
      readAt: null,
      request: visibleTo(actor),
    }, // index notices_unread
    take: maxCounted,
    select: { id: true },
  });
  return rows.length;
}

/** Newest first, as far as this person may still see them. */
export async function listNotices(actor: PersonActor, before?: string): Promise<NoticeList> {
  const settings = await readDeskSettings();
  const cursor = before !== undefined && /^\d{1,18}$/.test(before) ? BigInt(before) : null;
  // Runs in a transaction to prevent a prepared statement: its generic plan reads all notices of a person.
  const notices = await transaction(tx =>
    tx.notice.findMany({
      where: {
        personId: actor.id,
        request: visibleTo(actor),
        ...(cursor !== null && { id: { lt: cursor } }),
      },
      orderBy: { id: "desc" }, // index notices_newest
      take: pageSize + 1,
      select: {
        id: true,
        eventId: true,
        createdAt: true,
        readAt: true,
        request: { select: { number: true, summary: true, ...standingColumns } },
      },
    }),
  );
  const { page, next } = pageOf(notices, pageSize, ({ id }) => String(id));
  const mine = page.filter(({ request }) => isCustomerOf(actor, request));
  const news = new Map<bigint, News>();
  for (const [among, view] of [
    [mine, "customer"],
    [page.filter(notice => !mine.includes(notice)), "agent"],
  ] as const)
    if (among.length > 0)
      for (const one of await readNews(
        db(),
        among.map(({ eventId }) => eventId),
        view,
        settings,
      ))
        news.set(one.eventId, one);
  return {
    rows: page.map(({ id, eventId, createdAt, readAt, request }) => {
      const reference = referenceOf(request.number, settings);
      const told = news.get(eventId);
      return {
        id: String(id),
        href: `${requestPath(reference, viewOf(actor, request))}?entry=${eventId}#entry-${eventId}`,
        reference,
        summary: request.summary,
        isSupport: told?.side === "support",
        told: told ? toldBy(told.line, { name: told.who }) : { code: "history.news.unknown" },
        typeSlug: told?.typeSlug ?? "",
        at: createdAt.toISOString(),
        isUnread: readAt === null,
      };
    }),
    older: next,
  };
}

/** Whether anything about the row `request` is unread. Index notices_of_request. */
export const hasNewsSql = ({ id }: PersonActor) => Prisma.sql`exists (
  select from notices n where n."personId" = ${id}::uuid and n."requestId" = request.id and n."readAt" is null)`;

export async function markRead(actor: PersonActor, requestNumber: number): Promise<void> {
  await db().notice.updateMany({
    where: { personId: actor.id, readAt: null, request: { number: requestNumber } }, // index notices_unread
    data: { readAt: now() },
  });
}

/** Marks all current notices as read; those arriving at the same time stay unread. */
export async function markAllRead(act: Act): Promise<void> {
  const { tx, actor, at } = byPerson(act);
  await tx.notice.updateMany({
    where: { personId: actor.id, readAt: null, createdAt: { lte: at } }, // index notices_unread
    data: { readAt: at },
  });
}

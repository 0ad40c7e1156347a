import "server-only";
import type { PersonActor } from "../actor";
import { now } from "../clock";
import { pageOf } from "../cursor";
import { db, Prisma } from "../db";
import type { Act } from "../events/act";
import { byPerson } from "../events/act";
import type { Said } from "../messages/said";
import { toldBy } from "../requests/history-line";
import { viewSql, visibleSql, visibleTo } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { type RequestView, requestPath } from "../requests/view";
import { readDeskSettings } from "../settings";
import { readNews } from "./news";

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

type Row = {
  id: string;
  eventId: bigint;
  createdAt: Date;
  isUnread: boolean;
  number: number;
  summary: string;
  view: RequestView;
};

/** Newest first, as far as this person may still see them. */
export async function listNotices(actor: PersonActor, before?: string): Promise<NoticeList> {
  const settings = await readDeskSettings();
  const cursor = before !== undefined && /^\d{1,18}$/.test(before) ? BigInt(before) : null;
  // Index notices_newest; "offset 0" makes the database look up each request by its key.
  const notices = await db().$queryRaw<Row[]>`
    select n.id::text, n."eventId", n."createdAt", n."readAt" is null as "isUnread", request.*
    from notices n
    cross join lateral (
      select r.number, r.summary, ${viewSql(actor)} as view
      from requests r where r.id = n."requestId" and ${visibleSql(actor)} offset 0
    ) request
    where n."personId" = ${actor.id}::uuid and n.id < coalesce(${cursor}::bigint, 9223372036854775807)
    order by n.id desc limit ${pageSize + 1}`;
  const { page, next } = pageOf(notices, pageSize, ({ id }) => id);
  const idsFor = (side: RequestView) => page.flatMap(({ eventId, view }) => (view === side ? [eventId] : []));
  const news = await readNews(db(), { customer: idsFor("customer"), agent: idsFor("agent") }, settings);
  const newsOf = new Map(news.map(one => [one.eventId, one]));
  return {
    rows: page.map(({ id, eventId, createdAt, isUnread, number, summary, view }) => {
      const reference = referenceOf(number, settings);
      const told = newsOf.get(eventId);
      return {
        id,
        href: `${requestPath(reference, view)}?entry=${eventId}#entry-${eventId}`,
        reference,
        summary,
        isSupport: told?.side === "support",
        told: told ? toldBy(told.line, { name: told.who }) : { code: "history.news.unknown" },
        typeSlug: told?.typeSlug ?? "",
        at: createdAt.toISOString(),
        isUnread,
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

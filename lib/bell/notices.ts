import "server-only";
import type { PersonActor } from "../actor";
import { before, days, now } from "../clock";
import { pageOf } from "../cursor";
import { db, Prisma } from "../db";
import { heldRepliesId } from "../desk/undo";
import type { Act } from "../events/act";
import { byPerson } from "../events/act";
import { plainWords } from "../markdown/markdown";
import type { Said } from "../messages/said";
import { lineOf, toldBy } from "../requests/history-line";
import { viewSql, visibleSql, visibleTo } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { type RequestView, requestPath } from "../requests/view";
import { readDeskSettings } from "../settings";
import type { ReadAllInput } from "./input";
import { type News, readNews } from "./news";

export type NoticeRow = {
  id: string;
  href: string;
  reference: string;
  summary: string;
  isSupport: boolean;
  told: Said;
  /** The first words of what was written, without marks. */
  words: string;
  typeSlug: string;
  at: string;
  isUnread: boolean;
};
export type NoticeList = {
  rows: NoticeRow[];
  older: string | null;
  /** The newest there is, whichever page this is: what its reader knows of. */
  newest: string;
};

const pageSize = 25;
const maxCounted = 100;
const maxOnDesktop = 4;
const maxWords = 160;
/** Days that news stays which goes to many. */
const keptDays = 30;

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
  kind: string;
  createdAt: Date;
  isUnread: boolean;
  newest: string;
  number: number;
  summary: string;
  view: RequestView;
};

const isId = (text: string | undefined): text is string => text !== undefined && /^\d{1,18}$/.test(text);

/** Newest first, as far as this person may still see them. */
export async function listNotices(actor: PersonActor, from?: string): Promise<NoticeList> {
  const cursor = isId(from) ? BigInt(from) : null;
  const { rows, newest } = await readNotices(
    actor,
    Prisma.sql`n."inBell" and n.id < coalesce(${cursor}::bigint, 9223372036854775807)`,
    pageSize + 1,
  );
  const { page, next } = pageOf(rows, pageSize, ({ id }) => id);
  return { rows: page, older: next, newest };
}

/** The newest that the desktop is to show, before it is opened in the bell. Index notices_on_desktop. */
export async function listOnDesktop(actor: PersonActor, after: string): Promise<NoticeRow[]> {
  if (!isId(after)) return [];
  const { rows } = await readNotices(
    actor,
    Prisma.sql`n."onDesktop" and n.id > ${BigInt(after)} and (n."readAt" is null or not n."inBell")`,
    maxOnDesktop,
  );
  return rows;
}

/** Index notices_on_desktop. */
export async function newestOnDesktop({ id }: PersonActor): Promise<string> {
  const newest = await db().notice.findFirst({
    where: { personId: id, onDesktop: true },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return String(newest?.id ?? 0);
}

async function readNotices(
  actor: PersonActor,
  where: Prisma.Sql,
  most: number,
): Promise<Pick<NoticeList, "rows" | "newest">> {
  const settings = await readDeskSettings();
  // Index notices_newest; "offset 0" makes the database look up each request by its key.
  const notices = await db().$queryRaw<Row[]>`
    select n.id::text, n."eventId", n.kind, n."createdAt", n."readAt" is null as "isUnread", request.*,
      (select m.id from notices m where m."personId" = ${actor.id}::uuid order by m.id desc limit 1)::text as newest
    from notices n
    cross join lateral (
      select r.number, r.summary, ${viewSql(actor)} as view
      from requests r where r.id = n."requestId" and ${visibleSql(actor)} offset 0
    ) request
    where n."personId" = ${actor.id}::uuid and ${where}
    order by n.id desc limit ${most}`;
  const idsFor = (side: RequestView) =>
    notices.flatMap(({ eventId, view }) => (view === side ? [eventId] : []));
  const news = await readNews(db(), { customer: idsFor("customer"), agent: idsFor("agent") }, settings);
  const newsOf = new Map(news.map(one => [one.eventId, one]));
  const rows = notices.map(({ id, eventId, kind, createdAt, isUnread, number, summary, view }) => {
    const reference = referenceOf(number, settings);
    const told = newsOf.get(eventId);
    return {
      id,
      href: hrefOf(kind, requestPath(reference, view), eventId),
      reference,
      summary,
      isSupport: told?.side === "support",
      told: tellNotice(kind, told),
      words: firstWords(told?.body ?? ""),
      typeSlug: told?.typeSlug ?? "",
      at: createdAt.toISOString(),
      isUnread,
    };
  });
  return { rows, newest: notices[0]?.newest ?? "0" };
}

/** One paragraph of some 160 characters. */
const firstWords = (body: string) => {
  const words = plainWords(body.slice(0, 4 * maxWords).toWellFormed())
    .replace(/\s+/g, " ")
    .trim();
  return words.length > maxWords ? `${words.slice(0, maxWords).toWellFormed().trimEnd()}…` : words;
};

const heldBack = "reply_held_back";

/** What was not sent has no entry in the history. */
const hrefOf = (kind: string, path: string, eventId: bigint) =>
  kind === heldBack ? `${path}#${heldRepliesId}` : `${path}?entry=${eventId}#entry-${eventId}`;

function tellNotice(kind: string, news: News | undefined): Said {
  if (kind === heldBack) return { code: "history.news.held_back" };
  return news ? toldBy(lineIn(kind, news), { name: news.who }) : { code: "history.news.unknown" };
}

/** A mention says more than that a note was added. */
const lineIn = (kind: string, { line }: News) =>
  kind === "mentioned_you" ? lineOf("history.news.mentioned") : line;

/** Whether anything about the row `request` is unread. Index notices_of_request. */
export const hasNewsSql = ({ id }: PersonActor) => Prisma.sql`exists (
  select from notices n where n."personId" = ${id}::uuid and n."requestId" = request.id and n."readAt" is null)`;

export async function markRead(actor: PersonActor, requestNumber: number): Promise<void> {
  await db().notice.updateMany({
    where: { personId: actor.id, readAt: null, request: { number: requestNumber } }, // index notices_unread
    data: { readAt: now() },
  });
}

/** Marks as read whatever was there when its reader was shown `newest`; what has come since stays unread. */
export async function markAllRead(act: Act, { newest }: ReadAllInput): Promise<void> {
  const { tx, actor, at } = byPerson(act);
  await tx.notice.updateMany({
    where: { personId: actor.id, readAt: null, id: { lte: newest } }, // index notices_unread
    data: { readAt: at },
  });
}

export async function sweepNotices(at: Date): Promise<void> {
  await db().$executeRaw`
    delete from notices where kind in ('request_arrived', 'left_unassigned') and "gatherFor" is null
      and "createdAt" < ${before(at, days(keptDays))}`; // index notices_to_many
}

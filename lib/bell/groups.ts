import type { PersonActor } from "../actor";
import { listNotices, type NoticeList, type NoticeRow } from "./notices";

/** What is new about one request, newest first. */
export type NoticeGroup = Pick<NoticeRow, "reference" | "summary" | "isUnread" | "href"> & {
  /** The newest of its notices, and how many more there are. */
  shown: NoticeRow[];
  more: number;
};

const mostShown = 3;

/** The first page of notices by request, the request with the newest first. */
export async function listGroups(
  actor: PersonActor,
): Promise<{ groups: NoticeGroup[] } & Pick<NoticeList, "newest">> {
  const { rows, newest } = await listNotices(actor);
  return { groups: groupNotices(rows), newest };
}

/** Each group leads to where its reader left off: the oldest notice that is unread, else the newest. */
function groupNotices(rows: NoticeRow[]): NoticeGroup[] {
  return [...Map.groupBy(rows, ({ reference }) => reference).values()].flatMap(notices => {
    const [newest] = notices;
    const start = notices.findLast(({ isUnread }) => isUnread) ?? newest;
    if (!newest || !start) return [];
    const { reference, summary } = newest;
    return {
      ...{ reference, summary, href: start.href, isUnread: start.isUnread },
      shown: notices.slice(0, mostShown),
      more: Math.max(0, notices.length - mostShown),
    };
  });
}

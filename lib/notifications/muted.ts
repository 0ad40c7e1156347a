import "server-only";
import type { PersonActor } from "../actor";
import { pageOf, readCursor, writeCursor } from "../cursor";
import { db } from "../db";
import type { MailPace } from "../generated/enums";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";

export type MutedRequest = { reference: string; summary: string; mutedAt: string };
export type NotificationSettings = { pace: MailPace; muted: MutedRequest[]; older: string | null };

const pageSize = 25;

export async function readNotificationSettings(
  actor: PersonActor,
  before?: string,
): Promise<NotificationSettings> {
  const settings = await readDeskSettings();
  const cursor = readCursor(before);
  const [{ mailPace: pace }, members] = await Promise.all([
    db().person.findUniqueOrThrow({ where: { id: actor.id }, select: { mailPace: true } }),
    db().member.findMany({
      where: {
        personId: actor.id,
        mutedAt: { not: null },
        ...(cursor && {
          lastActivityAt: { lte: cursor.at },
          OR: [{ lastActivityAt: { lt: cursor.at } }, { requestId: { lt: cursor.id } }],
        }),
      },
      orderBy: [{ lastActivityAt: "desc" }, { requestId: "desc" }], // index members_muted
      take: pageSize + 1,
      select: {
        requestId: true,
        mutedAt: true,
        lastActivityAt: true,
        request: { select: { number: true, summary: true } },
      },
    }),
  ]);
  const { page, next } = pageOf(members, pageSize, ({ lastActivityAt, requestId }) =>
    writeCursor({ at: lastActivityAt, id: requestId }),
  );
  return {
    pace,
    muted: page.map(({ request, mutedAt }) => ({
      reference: referenceOf(request.number, settings),
      summary: request.summary,
      mutedAt: mutedAt?.toISOString() ?? "",
    })),
    older: next,
  };
}

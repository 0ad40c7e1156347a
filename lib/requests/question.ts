import "server-only";
import { filesSql } from "../attachments/files-sql";
import { Prisma } from "../db";
import { openTypes } from "../events/audience";
import type { FileView } from "../form/file-view";

export type Question = { id: string; author: string | null; body: string; files: FileView[]; at: string }[];

/** Newest first. */
export type Asked = { asked: (Question[number] & { type: string })[] };

const most = 3;

/** The latest comments on the row `request` while support waits: any by a customer would have been the answer. */
export const askedSql = Prisma.sql`case when request.status = 'waiting_for_customer' then (
  select json_agg(json_build_object(
    'id', e.id::text, 'type', e.type, 'at', e.at,
    'author', (select p.name from people p where p.id = e."actorId"),
    'body', c.body, 'files', ${filesSql(Prisma.sql`f."commentId" = c.id`)}
  ) order by e.id desc)
  from (
    select e.* from events e
    where e."requestId" = request.id and e."commentId" is not null and e.type = any(${openTypes})
    order by e.id desc limit ${most}
  ) e
  join comments c on c.id = e."commentId"
) end as asked`;

/** Support's latest question and its additions, oldest first. */
export function questionOf({ asked: latest }: { asked: Asked["asked"] | null }): Question {
  if (!latest) return [];
  const asked = latest.findIndex(({ type }) => type === "request_moved");
  return latest
    .slice(0, asked + 1 || most)
    .reverse()
    .map(({ type: _, at, ...words }) => ({ ...words, at: new Date(at).toISOString() }));
}

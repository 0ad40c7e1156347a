import "server-only";
import { filesSql } from "../attachments/files-sql";
import { Prisma } from "../db";
import type { Change } from "../events/types";
import type { FileView } from "../form/file-view";
import type { Mentioned } from "../markdown/mentions";
import type { TypeName } from "../messages/said";
import { wordedTypes } from "./changes";
import type { EarlierWords } from "./earlier-words";
import { formAtSql } from "./event-forms";
import { idIn } from "./named";

const { sql, empty } = Prisma;

/** An event with its words. Times within JSON are text, as PostgreSQL writes them. */
export type EventRow = {
  id: string;
  type: string;
  data: unknown;
  at: string;
  actorId: string | null;
  personId: string | null;
  changes: Change[] | null;
  /** Of what was changed: as `formAtSql` has it, and the names of types. */
  formId: string | null;
  types: { from: TypeName; to: TypeName } | null;
  commentId: string | null;
  /** Of the comment, as what follows. */
  body: string;
  createdAt: string;
  editedAt: string | null;
  isShortened: boolean;
  mailId: string | null;
  files: FileView[];
  note?: string | null;
  noteFiles?: FileView[];
  mentions?: Mentioned[] | null;
};

/** Adds the words to rows of events. "offset 0" makes the database look up those of each by their key. */
export const withWords = (events: Prisma.Sql, withNotes: boolean) => sql`
  select e.*, c.body, c."createdAt", c."editedAt", c."isShortened", h.values as changes ${withNotes ? sql`, n.note` : empty}
  from (${events}) e
  left join lateral (select * from comments c where c.id = e."commentId" offset 0) c on true
  left join lateral (
    select h.values from changes h where h."eventId" = e.id and e.type = any(${wordedTypes}) offset 0
  ) h on true
  ${withNotes ? sql`left join lateral (select n.body as note from notes n where n.id = e."noteId" offset 0) n on true` : empty}`;

/** `EventRow`s of the rows `part`, oldest first: flat, as nested objects take PostgreSQL twice the time. */
export const eventRows = (withNotes: boolean, more: Prisma.Sql = empty) => sql`(
  select coalesce(json_agg(event), '[]')
  from (
    select part.id::text, part.type, part.data, part.at, part."actorId"::text, part."personId"::text, part.changes,
      part."commentId"::text, part.body, part."createdAt", part."editedAt", part."isShortened",
      case when part.changes is not null then ${formAtSql(sql`part.id`)} end as "formId", ${typesSql} as types,
      case when part."isShortened" then (
        select m.id::text from inbound_mails m where m."commentId" = part."commentId"
      ) end as "mailId",
      case when part."commentId" is not null then ${filesSql(sql`f."commentId" = part."commentId"`)} end as files
      ${withNotes ? sql`, part.note, case when part."noteId" is not null then ${filesSql(sql`f."noteId" = part."noteId"`)} end as "noteFiles", ${mentionsSql}` : empty}
      ${more}
    from part order by part.id
  ) event
)`;

// By their keys.
const typesSql = sql`case when part.type = 'request_type_changed' then (
  select json_build_object(
    'from', json_build_object('typeSlug', was.slug, 'name', was.name),
    'to', json_build_object('typeSlug', became.slug, 'name', became.name))
  from form_versions f join request_types was on was.id = f."typeId"
  cross join form_versions g join request_types became on became.id = g."typeId"
  where f.id = ${idIn("fromFormId")} and g.id = ${idIn("toFormId")}
) end`;

// By their keys: mentions_pkey, people_pkey.
const mentionsSql = sql`case when part."noteId" is not null then (
  select json_agg(json_build_object('words', m.words, 'name', p.name) order by m.words)
  from mentions m join people p on p.id = m."personId" where m."noteId" = part."noteId"
) end as mentions`;

/** `earlier` by comment, of those that were edited. */
export function wordsOf(event: Omit<EventRow, "data">, earlier: Record<string, EarlierWords> | null = null) {
  const { commentId, body, files, createdAt, editedAt, isShortened, mailId, note } = event;
  const comment = commentId !== null && {
    ...{ id: commentId, body, files, isShortened, createdAt: new Date(createdAt) },
    editedAt: editedAt === null ? null : new Date(editedAt),
    earlier: earlier?.[commentId] ?? { texts: [], isCut: true },
    mail: mailId === null ? null : { id: mailId },
  };
  return {
    comment: comment || null,
    note:
      typeof note === "string"
        ? { body: note, files: event.noteFiles ?? [], mentions: event.mentions ?? [] }
        : null,
    changes: event.changes ?? [],
    types: event.types,
  };
}

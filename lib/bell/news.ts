import "server-only";
import { readFormVersion } from "../catalog/queries";
import { Prisma, type Tx } from "../db";
import { agentTypes, openTypes } from "../events/audience";
import { readEvents } from "../events/stored";
import type { FileView } from "../form/file-view";
import type { Status } from "../generated/enums";
import { formsOf } from "../requests/event-forms";
import { type EventRow, eventRows, withWords, wordsOf } from "../requests/event-rows";
import { type HistoryLine, lineOf, newsLine, quoted } from "../requests/history-line";
import { namedIn, type PeopleRow, peopleSql, teamsSql } from "../requests/named";
import { entryOf } from "../requests/timeline";
import type { RequestView } from "../requests/view";
import type { DeskSettings } from "../settings";

/** One event as a gathered mail shows it: who, what, and the text. */
export type News = {
  eventId: bigint;
  at: Date;
  who: string;
  side: "customer" | "support";
  line: HistoryLine;
  /** Its words are those for requests of this type. */
  typeSlug: string;
  body?: string;
  files?: FileView[];
  /** Of the agent who wrote to customers. */
  signature?: string;
  isNote?: true;
};

/** Ids of events, by the side whose words and rights they are told with. */
export type Happened = Record<RequestView, bigint[]>;

type Row = {
  events: (EventRow & {
    status: Status;
    formVersionId: string;
    typeSlug: string;
    signature: string | null;
  })[];
  people: PeopleRow;
  teams: Record<string, string> | null;
};

/** These events, oldest first, as each side reads them and as far as it may see them. */
export async function readNews(
  tx: Tx,
  { customer, agent }: Happened,
  { deskName }: DeskSettings,
): Promise<News[]> {
  // Notes and teams; events that are told to customers have none, as `openTypes` says.
  const withNotes = agent.length > 0;
  const [row] = await tx.$queryRaw<Row[]>`
    with part as (${withWords(
      Prisma.sql`
        select e.id, e.type, e.data, e.at, e."actorId", e."personId", e."commentId", e."noteId", e."requestId", r.*
        from events e
        cross join lateral (
          select r.status, r."formVersionId", t.slug as "typeSlug"
          from requests r
          join form_versions f on f.id = r."formVersionId"
          join request_types t on t.id = f."typeId"
          where r.id = e."requestId" offset 0
        ) r
        where (e.id = any(${customer}) and e.type = any(${openTypes}))
        or (e.id = any(${agent}) and e.type = any(${agentTypes}))`, // events_pkey
      withNotes,
    )})
    select ${peopleSql} as people, ${withNotes ? teamsSql : Prisma.sql`null::json`} as teams, ${eventRows(withNotes, Prisma.sql`, part.status, part."formVersionId", part."typeSlug", ${signatureSql(customer)} as signature`)} as events`;
  const context = {
    named: namedIn({ people: row?.people ?? null, emails: null, teams: row?.teams ?? null }),
  };
  const news: News[] = [];
  for (const event of readEvents(row?.events ?? [])) {
    const { formVersionId, status, typeSlug, actorId } = event;
    const view = agent.includes(BigInt(event.id)) ? "agent" : "customer";
    const at = new Date(event.at);
    const forms = await formsOf(event, (await readFormVersion(formVersionId)) ?? []);
    const shape = entryOf(
      { ...event, ...wordsOf(event), mine: false },
      { ...context, ...forms, view, at, status, isAsked: false },
    );
    if (!shape || (shape.kind === "note" && view !== "agent")) continue;
    const actor = actorId === null ? undefined : row?.people?.[actorId];
    const side = actor?.role === "customer" ? ("customer" as const) : ("support" as const);
    const who = actor?.name ?? deskName;
    news.push({
      ...{ eventId: BigInt(event.id), at, who, side, typeSlug },
      ...toldOf(shape),
      ...(event.signature && { signature: event.signature }),
    });
  }
  return news;
}

/** Of whoever wrote for the desk, and does not take part as a customer. By their keys: people_pkey, members_pkey. */
const signatureSql = (
  customer: bigint[],
) => Prisma.sql`case when part."commentId" is not null and part.id = any(${customer}) then (
  select p.signature from people p where p.id = part."actorId" and p.role <> 'customer' and not exists (
    select from members m where m."requestId" = part."requestId" and m."personId" = p.id offset 0)
) end`;

type Shape = NonNullable<ReturnType<typeof entryOf>>;

function toldOf(shape: Shape): Pick<News, "line" | "body" | "files" | "isNote"> {
  switch (shape.kind) {
    case "comment":
      return {
        line: shape.change
          ? lineOf("history.news.wrote_and_moved", { status: shape.change.label })
          : lineOf("history.news.wrote"),
        body: shape.body,
        files: shape.files,
      };
    case "note":
      return { line: lineOf("history.unseen.noted"), body: shape.body, files: shape.files, isNote: true };
    case "change":
      return { line: newsLine(shape) };
    case "correction":
      // The text may have been erased.
      return {
        line:
          shape.line.code === "history.corrected" && shape.changes.length > 0
            ? lineOf("history.news.corrected", { fields: shape.changes.map(({ label }) => quoted(label)) })
            : shape.line,
      };
  }
}

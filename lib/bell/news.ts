import "server-only";
import { fileColumns, fileOrder } from "../attachments/store";
import { fieldsOf } from "../catalog/queries";
import type { Tx } from "../db";
import { agentTypes, openTypes } from "../events/audience";
import { readChanges, readEvents } from "../events/stored";
import type { FileView } from "../form/file-view";
import { type HistoryLine, lineOf, newsLine, quoted } from "../requests/history-line";
import { readNamed } from "../requests/named";
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
};

/** These events of one request, oldest first, as each side reads them and as far as it may see them. */
export async function readNews(
  tx: Tx,
  eventIds: bigint[],
  view: RequestView,
  { deskName }: DeskSettings,
): Promise<News[]> {
  const types = view === "customer" ? openTypes : agentTypes;
  const rows = await tx.event.findMany({
    where: { id: { in: eventIds }, type: { in: types } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      type: true,
      data: true,
      at: true,
      actorId: true,
      personId: true,
      actor: { select: { name: true, role: true } },
      comment: {
        select: {
          id: true,
          body: true,
          files: { select: fileColumns, orderBy: [...fileOrder] },
          createdAt: true,
          editedAt: true,
        },
      },
      request: {
        select: {
          status: true,
          form: { select: { id: true, fields: true, type: { select: { slug: true } } } },
        },
      },
    },
  });
  const events = readEvents(rows);
  const named = await readNamed(tx, events, { seesInvited: false });
  const corrected = events.flatMap(({ id, type }) => (type === "request_corrected" ? [id] : []));
  const changesOf = await readChanges(tx, corrected);
  return events.flatMap(event => {
    if (!event.request) return [];
    const fields = fieldsOf(event.request.form);
    const shape = entryOf(
      { ...event, mine: false, changes: changesOf(event.id) },
      { view, fields, named, at: event.at, status: event.request.status, isAsked: false },
    );
    if (!shape || shape.kind === "note") return [];
    const who = event.actor?.name ?? deskName;
    const side = event.actor?.role === "customer" ? ("customer" as const) : ("support" as const);
    const typeSlug = event.request.form.type.slug;
    return [{ eventId: event.id, at: event.at, who, side, typeSlug, ...toldOf(shape) }];
  });
}

type Shape = Exclude<NonNullable<ReturnType<typeof entryOf>>, { kind: "note" }>;

function toldOf(shape: Shape): Pick<News, "line" | "body" | "files"> {
  switch (shape.kind) {
    case "comment":
      return {
        line: shape.change
          ? lineOf("history.news.wrote_and_moved", { status: shape.change.label })
          : lineOf("history.news.wrote"),
        body: shape.body,
        files: shape.files,
      };
    case "change":
      return { line: newsLine(shape) };
    case "correction":
      // The text may have been erased.
      return {
        line:
          shape.changes.length > 0
            ? lineOf("history.news.corrected", { fields: shape.changes.map(({ label }) => quoted(label)) })
            : lineOf("history.corrected"),
      };
  }
}

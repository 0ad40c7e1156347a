import "server-only";
import { fileColumns, fileOrder } from "../attachments/store";
import { readFields } from "../catalog/queries";
import type { Tx } from "../db";
import { agentTypes, openTypes } from "../events/audience";
import { readChanges, readEvents } from "../events/stored";
import type { FileView } from "../form/file-view";
import { readNamed } from "../requests/named";
import { entryOf, type Wording } from "../requests/timeline";
import type { DeskSettings } from "../settings";

/** One event as a gathered mail shows it: who, what, and the text. */
export type News = {
  eventId: bigint;
  at: Date;
  who: string;
  side: "customer" | "support";
  what: string;
  body?: string;
  files?: FileView[];
};

/** These events of one request, oldest first, in customer or desk wording, as far as that side may see them. */
export async function readNews(
  tx: Tx,
  eventIds: bigint[],
  wording: Wording,
  { deskName }: DeskSettings,
): Promise<News[]> {
  const types = wording === "customerLabel" ? openTypes : agentTypes;
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
      request: { select: { status: true, form: { select: { fields: true } } } },
    },
  });
  const events = readEvents(rows);
  const named = await readNamed(tx, events, { seesInvited: false });
  const corrected = events.flatMap(({ id, type }) => (type === "request_corrected" ? [id] : []));
  const changesOf = await readChanges(tx, corrected);
  return events.flatMap(event => {
    if (!event.request) return [];
    const fields = readFields(event.request.form.fields);
    const shape = entryOf(
      { ...event, mine: false, changes: changesOf(event.id) },
      { wording, fields, named, at: event.at, status: event.request.status, isAsked: false },
    );
    if (!shape || shape.kind === "note") return [];
    const who = event.actor?.name ?? deskName;
    const side = event.actor?.role === "customer" ? ("customer" as const) : ("support" as const);
    return [{ eventId: event.id, at: event.at, who, side, ...said(shape) }];
  });
}

type Shape = Exclude<NonNullable<ReturnType<typeof entryOf>>, { kind: "note" }>;

function said(shape: Shape): Pick<News, "what" | "body" | "files"> {
  switch (shape.kind) {
    case "comment":
      return {
        what: shape.change ? `wrote, and it is now “${shape.change.label}”` : "wrote",
        body: shape.body,
        files: shape.files,
      };
    case "change":
      return { what: shape.label ? `${shape.text}: “${shape.label}”` : shape.text };
    case "correction":
      // The text may have been erased.
      return {
        what: `corrected ${shape.changes.map(({ label }) => `“${label}”`).join(", ") || "the request"}`,
      };
  }
}

import "server-only";
import { fileColumns } from "../attachments/store";
import { fieldsOf } from "../catalog/queries";
import type { Act } from "../events/act";
import { openTypes } from "../events/audience";
import { readEvents, type Stored } from "../events/stored";
import type { Said } from "../messages/said";
import { refuse } from "../refusal";
import { type HistoryLine, lineOf, newsLine, quoted, toldBy } from "./history-line";
import type { LoadedRequest } from "./load";
import { readNamed } from "./named";
import { viewOf } from "./policy";
import { entryOf } from "./timeline";

/**
 * Asks once before sending text written on an older view, and lists what others have done since.
 * @throws Refusal conflict, with `seen` and the version updated so that sending again is a decision; never without `seen`
 */
export async function confirmUnseen(
  act: Act,
  request: LoadedRequest,
  seen: bigint | undefined,
): Promise<void> {
  if (seen === undefined) return;
  const rows = await act.tx.event.findMany({
    where: { requestId: request.id, id: { gt: seen }, type: { in: openTypes } },
    orderBy: { id: "asc" }, // index events_of_request
    take: 20,
    select: {
      id: true,
      type: true,
      data: true,
      at: true,
      actorId: true,
      personId: true,
      actor: { select: { name: true } },
      comment: {
        select: {
          id: true,
          body: true,
          files: { select: fileColumns },
          createdAt: true,
          editedAt: true,
        },
      },
      request: { select: { form: { select: { id: true, fields: true } } } },
    },
  });
  const events = readEvents(rows);
  const isOwn = (actorId: string | null) => act.actor.kind === "person" && act.actor.id === actorId;
  const view = viewOf(act.actor, request);
  const edited = await readEdited(act, events);
  const named = await readNamed(act.tx, events, { seesInvited: false });
  const told = events.flatMap((event): Said[] => {
    if (isOwn(event.actorId) || !event.request) return [];
    const by = { name: event.actor?.name ?? null };
    const now = edited.get(event.id);
    if (now !== undefined) return [toldBy(lineOf("history.unseen.edited", { words: excerptOf(now) }), by)];
    const fields = fieldsOf(event.request.form);
    const shape = entryOf(
      { ...event, mine: false, changes: [] },
      { view, fields, named, at: act.at, status: request.status, isAsked: false },
    );
    return shape ? [toldBy(unseenLine(shape), by)] : [];
  });
  const [first, second = "", third = ""] = told;
  if (first === undefined) return;
  throw refuse(
    "comment.unseen",
    { news: { code: "history.unseen", params: { count: told.length, first, second, third } } },
    { corrections: { seen: rows.at(-1)?.id ?? seen, version: request.version } },
  );
}

function unseenLine(shape: NonNullable<ReturnType<typeof entryOf>>): HistoryLine {
  switch (shape.kind) {
    case "comment":
      return shape.body === ""
        ? lineOf("history.unseen.attached", { files: shape.files.map(({ name }) => quoted(name)) })
        : lineOf("history.unseen.wrote", { words: excerptOf(shape.body) });
    case "change":
      return newsLine(shape);
    case "correction":
      return shape.line;
    case "note":
      return lineOf("history.unseen.noted");
  }
}

const excerptOf = (body: string) =>
  `${body.replace(/\s+/g, " ").slice(0, 80).toWellFormed()}${body.length > 80 ? "…" : ""}`;

/** Current text of edited comments, by the last event that changed each; new comments already carry theirs. */
async function readEdited(
  act: Act,
  events: Stored<{ id: bigint; type: string; data: unknown; comment: { id: string } | null }>[],
): Promise<Map<bigint, string>> {
  const last = new Map<string, bigint>();
  for (const event of events) if (event.type === "comment_edited") last.set(event.data.commentId, event.id);
  for (const { comment } of events) if (comment) last.delete(comment.id);
  if (last.size === 0) return new Map();
  const comments = await act.tx.comment.findMany({
    where: { id: { in: [...last.keys()] } },
    select: { id: true, body: true },
  });
  return new Map(comments.map(({ id, body }) => [last.get(id) ?? 0n, body]));
}

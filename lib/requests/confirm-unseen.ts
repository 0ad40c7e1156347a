import "server-only";
import { fileColumns } from "../attachments/store";
import { readFields } from "../catalog/queries";
import type { Act } from "../events/act";
import { openTypes } from "../events/audience";
import { readEvents, type Stored } from "../events/stored";
import { refuse } from "../refusal";
import type { LoadedRequest } from "./load";
import { readNamed } from "./named";
import { isCustomerOf } from "./policy";
import { entryOf } from "./timeline";

/**
 * Asks once before sending text written on an older view, and lists what others have done since.
 * @throws Refusal conflict, with `seen` updated so that sending again is a decision; never without `seen`
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
      request: { select: { form: { select: { fields: true } } } },
    },
  });
  const events = readEvents(rows);
  const isOwn = (actorId: string | null) => act.actor.kind === "person" && act.actor.id === actorId;
  const wording = isCustomerOf(act.actor, request) ? "customerLabel" : "label";
  const edited = await readEdited(act, events);
  const named = await readNamed(act.tx, events, { seesInvited: false });
  const told = events.flatMap(event => {
    if (isOwn(event.actorId) || !event.request) return [];
    const by = event.actor?.name ?? "The desk";
    const now = edited.get(event.id);
    if (now !== undefined) return [`${by} changed a comment to ${quoted(now)}`];
    const fields = readFields(event.request.form.fields);
    const shape = entryOf(
      { ...event, mine: false, changes: [] },
      { wording, fields, named, at: act.at, status: request.status, isAsked: false },
    );
    return shape ? [`${by} ${saidBy(shape)}`] : [];
  });
  if (told.length === 0) return;
  const more = told.length > 3 ? ` and ${told.length - 3} more` : "";
  throw refuse(
    "comment.unseen",
    { news: `${told.slice(0, 3).join("; ")}${more}` },
    { corrections: { seen: rows.at(-1)?.id ?? seen } },
  );
}

function saidBy(shape: NonNullable<ReturnType<typeof entryOf>>): string {
  switch (shape.kind) {
    case "comment":
      return shape.body === ""
        ? `attached ${shape.files.map(({ name }) => `“${name}”`).join(", ")}`
        : `wrote ${quoted(shape.body)}`;
    case "change":
      return shape.label ? `${shape.text}: “${shape.label}”` : shape.text;
    case "correction":
      return "corrected the request";
    case "note":
      return "added a note";
  }
}

const quoted = (body: string) =>
  `“${body.replace(/\s+/g, " ").slice(0, 80).toWellFormed()}${body.length > 80 ? "…" : ""}”`;

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

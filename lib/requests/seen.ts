import "server-only";
import { fileColumns } from "../attachments/store";
import { readFields } from "../catalog/queries";
import { db } from "../db";
import { Refusal } from "../errors";
import type { Act } from "../events/act";
import type { EventType } from "../events/types";
import type { LoadedRequest } from "./load";
import { isCustomerOf } from "./policy";
import { entryOf, shownTypes } from "./timeline";

/** The events of a history that a customer can see, and so may hear of while they write. */
export const openTypes: EventType[] = shownTypes.filter(type => type !== "note_added");

/** The newest entry of a request's history that everyone on it can see; 0 before there is one. */
export async function readLatest(requestId: string): Promise<string> {
  const event = await db().event.findFirst({
    where: { requestId, type: { in: openTypes } },
    orderBy: { id: "desc" }, // index events_of_request
    select: { id: true },
  });
  return String(event?.id ?? 0);
}

/**
 * Asks once before words are sent that were written on an older view: tells what others have done meanwhile.
 * @param seen the newest entry that the page showed; without one nothing is asked
 * @throws Refusal conflict, with `seen` corrected, so that sending again is a decision
 */
export async function requireSeen(act: Act, request: LoadedRequest, seen: string | undefined): Promise<void> {
  if (seen === undefined) return;
  const events = await act.tx.event.findMany({
    where: { requestId: request.id, id: { gt: BigInt(seen) }, type: { in: openTypes } },
    orderBy: { id: "asc" }, // index events_of_request
    take: 20,
    select: {
      id: true,
      type: true,
      data: true,
      at: true,
      actorId: true,
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
  const isOwn = (actorId: string | null) => act.actor.kind === "person" && act.actor.id === actorId;
  const wording = isCustomerOf(act.actor, request) ? "customerLabel" : "label";
  const told = events.flatMap(event => {
    if (isOwn(event.actorId) || !event.request) return [];
    const fields = readFields(event.request.form.fields);
    const shape = entryOf(
      { ...event, mine: false },
      { wording, fields, at: act.at, status: request.status, isAsked: false, seesInvited: false },
    );
    return shape ? [`${event.actor?.name ?? "The desk"} ${saidBy(shape)}`] : [];
  });
  if (told.length === 0) return;
  const more = told.length > 3 ? ` and ${told.length - 3} more` : "";
  throw new Refusal(
    "conflict",
    `While you were writing: ${told.slice(0, 3).join("; ")}${more}. Look at what is new; to send your words all the same, send them again.`,
    {},
    { seen: String(events.at(-1)?.id ?? seen) },
  );
}

function saidBy(shape: NonNullable<ReturnType<typeof entryOf>>): string {
  switch (shape.kind) {
    case "comment":
      return shape.body === ""
        ? `attached ${shape.files.map(({ name }) => `“${name}”`).join(", ")}`
        : `wrote “${shape.body.replace(/\s+/g, " ").slice(0, 80).toWellFormed()}${shape.body.length > 80 ? "…" : ""}”`;
    case "change":
      return shape.label ? `${shape.text}: “${shape.label}”` : shape.text;
    case "correction":
      return "corrected the request";
    case "note":
      return "added a note";
  }
}

import { db } from "@/lib/db";
import { numberOf } from "@/lib/requests/reference";
import { sentMails } from "./sent-mails";

// Rows about a request, for tests that must look behind the pages.

const isOn = (reference: string) => ({ request: { number: numberOf(reference) ?? 0 } });

export function rowOf(reference: string) {
  return db().serviceRequest.findUniqueOrThrow({ where: { number: numberOf(reference) ?? 0 } });
}

export function eventsOf(reference: string) {
  return db().event.findMany({
    where: isOn(reference),
    orderBy: { id: "asc" },
    select: { type: true, data: true, actorId: true, commentId: true, noteId: true, at: true },
  });
}

/** The changes made by a request's events, in order. */
export async function changesOf(reference: string) {
  const changes = await db().change.findMany({
    where: { event: isOn(reference) },
    orderBy: { eventId: "asc" },
    select: { values: true },
  });
  return changes.map(({ values }) => values);
}

export function commentsOf(reference: string) {
  return db().comment.findMany({
    where: isOn(reference),
    orderBy: { id: "asc" },
    select: { authorId: true, body: true },
  });
}

/** The due emails about a request, in the order of their events. */
export function deliveriesOf(reference: string) {
  return db().delivery.findMany({
    where: { event: isOn(reference) },
    orderBy: [{ eventId: "asc" }, { to: "asc" }],
    select: { kind: true, to: true, facts: true },
  });
}

export const mailsOf = (reference: string) => sentMails({ event: isOn(reference) });

export async function everythingOf(reference: string) {
  const [row, events, comments, deliveries] = await Promise.all([
    rowOf(reference),
    eventsOf(reference),
    commentsOf(reference),
    deliveriesOf(reference),
  ]);
  return { row, events, comments, deliveries };
}

import { db } from "@/lib/db";
import { numberOf } from "@/lib/requests/reference";

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

export function commentsOf(reference: string) {
  return db().comment.findMany({
    where: isOn(reference),
    orderBy: { id: "asc" },
    select: { authorId: true, body: true },
  });
}

/** The mails written about a request, in the order of what caused them. */
export function deliveriesOf(reference: string) {
  return db().delivery.findMany({
    where: { event: isOn(reference) },
    orderBy: [{ eventId: "asc" }, { to: "asc" }],
    select: { kind: true, to: true, subject: true, text: true },
  });
}

/** Everything about a request that an action could change, to compare before and after. */
export async function everythingOf(reference: string) {
  const [row, events, comments, deliveries] = await Promise.all([
    rowOf(reference),
    eventsOf(reference),
    commentsOf(reference),
    deliveriesOf(reference),
  ]);
  return { row, events, comments, deliveries };
}

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

/** What the events of a request changed, in their order. */
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

/** The mails that are due about a request, in the order of what caused them. */
export function deliveriesOf(reference: string) {
  return db().delivery.findMany({
    where: { event: isOn(reference) },
    orderBy: [{ eventId: "asc" }, { to: "asc" }],
    select: { kind: true, to: true, facts: true },
  });
}

/** The same mails as they leave. */
export const mailsOf = (reference: string) => sentMails({ event: isOn(reference) });

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

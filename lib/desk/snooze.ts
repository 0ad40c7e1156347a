import "server-only";
import { days, later } from "../clock";
import { db } from "../db";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { statusCode } from "../requests/labels";
import { loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { wake } from "../requests/wake";
import { readDeskSettings } from "../settings";
import type { SnoozeInput, WakeInput } from "./input";

/** How far ahead a request can be put off. */
const maxDays = 366;

/** @throws Refusal invalid (in the past, too far ahead) */
export function requireSnoozeTime(until: Date, at: Date): void {
  if (until <= at) throw refuse("snooze.past", {}, { field: "until" });
  if (until > later(at, days(maxDays))) throw refuse("snooze.too_far", {}, { field: "until" });
}

/**
 * Takes an open request out of the queue until then; a customer's next word brings it back before.
 * @throws Refusal not_found, forbidden, conflict (it is no longer open), invalid (in the past, too far ahead)
 */
export async function snoozeRequest(act: Act, { reference, until }: SnoozeInput): Promise<void> {
  const { at, tx } = byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "snooze", request)) throw refuse("snooze.agents_only");
  if (!request.isOpen)
    throw refuse("snooze.not_open", { status: { code: statusCode(request.status, "agent") } });
  requireSnoozeTime(until, at);
  if (request.snoozedUntil?.getTime() === until.getTime()) return;
  const { id } = request;
  await tx.serviceRequest.update({ where: { id }, data: { snoozedUntil: until }, select: { id: true } });
  await record(act, "request_snoozed", { until: until.toISOString() }, { requestId: id });
}

/** Puts it back into the queue before its time; nothing happens if it is there. @throws Refusal not_found, forbidden */
export async function wakeRequest(act: Act, { reference }: WakeInput): Promise<void> {
  byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "snooze", request)) throw refuse("snooze.agents_only");
  if (request.snoozedUntil) await wake(act, request.id, "agent");
}

/** Ends a snooze whose time has come; nothing happens if somebody has changed it since. @throws Refusal not_found */
export async function wakeDue(act: Act, { reference }: WakeInput): Promise<void> {
  const { id, snoozedUntil } = await loadRequest(act, reference);
  if (snoozedUntil && snoozedUntil <= act.at) await wake(act, id, "time");
}

/** The oldest 500. */
export async function findDueSnoozes(at: Date): Promise<{ reference: string }[]> {
  const settings = await readDeskSettings();
  const due = await db().serviceRequest.findMany({
    where: { snoozedUntil: { lte: at } },
    orderBy: { snoozedUntil: "asc" }, // index requests_snoozed
    take: 500,
    select: { number: true },
  });
  return due.map(({ number }) => ({ reference: referenceOf(number, settings) }));
}

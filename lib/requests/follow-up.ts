import "server-only";
import type { PersonActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { type Act, record } from "../events/act";
import { notFound, refuse } from "../refusal";
import { readDeskSettings } from "../settings";
import { loadRequest } from "./load";
import { can, standingColumns, visibleTo } from "./policy";
import { numberOf, referenceOf } from "./reference";

export type RequestTitle = { reference: string; summary: string };

export async function readFollowed(actor: PersonActor, reference: string): Promise<RequestTitle | null> {
  const number = numberOf(reference);
  if (number === null) return null;
  const settings = await readDeskSettings();
  const request = await db().serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] },
    select: { number: true, summary: true, ...standingColumns },
  });
  if (!request || !can({ actor, at: now(), settings }, "follow up", request)) return null;
  return { reference: referenceOf(request.number, settings), summary: request.summary };
}

/** The id of the request. @throws Refusal not_found, forbidden (not the requester, or not over yet) */
export async function followedBy(act: Act, reference: string): Promise<string> {
  const request = await loadRequest(act, reference);
  if (!can(act, "view", request)) throw notFound();
  if (!can(act, "follow up", request))
    throw refuse("follow_up.impossible", { reference: referenceOf(request.number, act.settings) });
  return request.id;
}

export function recordFollowUp(act: Act, followedId: string, number: number): Promise<void> {
  return record(act, "follow_up_raised", { number }, { requestId: followedId });
}

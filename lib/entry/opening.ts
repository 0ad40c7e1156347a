import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { PersonActor } from "../actor";
import { markRead } from "../notifications/notices";
import { numberOf } from "../requests/reference";

/** Whether a page or an address is only fetched ahead, in case somebody opens it. */
export async function isFetchedAhead(): Promise<boolean> {
  const sent = await headers();
  return sent.has("next-router-prefetch") || /prefetch/.test(sent.get("sec-purpose") ?? "");
}

/** What the page that is being rendered has said it opens; the layout around it is rendered at the same time. */
const opening = cache((): { number?: number } => ({}));

/** The number of the request whose page is being opened, so that the bell around it can leave it out of its count. */
export const openedRequest = () => opening().number;

/**
 * What the page of a request says first: which one this browser opens, or has open and renders again. Prefetching is
 * not opening. Before anything that the layout waits for too, or the bell still counts what is read here.
 */
export async function noteOpening(reference: string): Promise<void> {
  if (!(await isFetchedAhead())) opening().number = numberOf(reference) ?? undefined;
}

/** Opening a request marks its notices as read: an effect of looking, which a GET may have (RFC 9110, 9.2.1). */
export async function markOpened(actor: PersonActor): Promise<void> {
  const number = openedRequest();
  if (number !== undefined) await markRead(actor, number);
}

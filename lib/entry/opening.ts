import "server-only";
import { headers } from "next/headers";
import type { PersonActor } from "../actor";
import { markRead } from "../notifications/notices";
import { numberOf } from "../requests/reference";

/** Whether a page or an address is only fetched ahead, in case somebody opens it. */
export async function isFetchedAhead(): Promise<boolean> {
  const sent = await headers();
  return sent.has("next-router-prefetch") || /prefetch/.test(sent.get("sec-purpose") ?? "");
}

/**
 * The number of the request whose page this browser opens or has open now, if it is one. Fetching a page ahead is not
 * opening it; a page that is drawn anew while it stands open is.
 */
export async function openedRequest(): Promise<number | undefined> {
  const path = (await headers()).get("x-path") ?? "";
  const [, reference] = /^\/(?:agent\/)?requests\/([\w-]+)$/.exec(path) ?? [];
  return !reference || (await isFetchedAhead()) ? undefined : (numberOf(reference) ?? undefined);
}

/** Opening a request marks its news as read: an effect of looking, which a GET may have (RFC 9110, 9.2.1). */
export async function markOpened(actor: PersonActor): Promise<void> {
  const number = await openedRequest();
  if (number !== undefined) await markRead(actor, number);
}

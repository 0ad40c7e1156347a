import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { PersonActor } from "../actor";
import { markRead } from "../bell/notices";
import { numberOf } from "../requests/reference";

export async function isFetchedAhead(): Promise<boolean> {
  const sent = await headers();
  return sent.has("next-router-prefetch") || /prefetch/.test(sent.get("sec-purpose") ?? "");
}

/** What the page being rendered opens, for the layout, which is rendered at the same time. */
const opening = cache((): { number?: number } => ({}));

export const openedRequest = () => opening().number;

/** Call before any wait that the layout shares, or the bell still counts what is read here. */
export async function noteOpening(reference: string): Promise<number | undefined> {
  if (!(await isFetchedAhead())) opening().number = numberOf(reference) ?? undefined;
  return openedRequest();
}

/** Marks the notices of an opened request as read, a side effect that a GET may have (RFC 9110, 9.2.1). */
export async function markOpened(actor: PersonActor, number: number | undefined): Promise<void> {
  if (number !== undefined) await markRead(actor, number);
}

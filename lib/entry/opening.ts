import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { numberOf } from "../requests/reference";

export async function isFetchedAhead(): Promise<boolean> {
  const sent = await headers();
  return sent.has("next-router-prefetch") || /prefetch/.test(sent.get("sec-purpose") ?? "");
}

/**
 * Whether the answer is shown at once. What our script fetches may be for later, and nothing in the request says so;
 * when it shows a request, it opens a live connection, which reads the news (`lib/entry/live.ts`).
 */
export async function isShown(): Promise<boolean> {
  return !(await headers()).has("x-lodge-script") && !(await isFetchedAhead());
}

/** What the page being rendered opens, for the layout, which is rendered at the same time. */
const opening = cache((): { number?: number } => ({}));

export const openedRequest = () => opening().number;

/** Call before any wait that the layout shares, or the bell still counts what is read here. */
export function noteOpening(reference: string): void {
  opening().number = numberOf(reference) ?? undefined;
}

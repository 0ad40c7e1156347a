import { expect } from "vitest";
import type { Desk } from "./desk";

/** Opens a page's stream; answers with all it was sent so far. */
export async function streaming({ url }: Pick<Desk, "url">, query: string, cookie: string) {
  const ending = new AbortController();
  const response = await fetch(`${url}/api/live?${query}`, { headers: { cookie }, signal: ending.signal });
  expect(response.status, query).toBe(200);
  let sent = "";
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) sent += decoder.decode(piece, { stream: true });
  };
  read().catch(() => undefined);
  return { sent: () => sent, end: () => ending.abort() };
}

/** How often it said what its page needs to know. */
export const pulsesIn = (sent: string) => sent.split('data: {"unread"').length - 1;

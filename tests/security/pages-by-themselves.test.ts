import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { findEntry, readEntries } from "@/lib/gate/entries";
import { root } from "@/scripts/settings";
import { anAttackedDesk } from "../support/attacked";
import { aWorld, crawledPages } from "../support/crawled-pages";
import { cookieOf } from "../support/raise-by-post";
import { type Answer, send } from "../support/wire";

const desk = anAttackedDesk();
let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
  // The first page that a process draws names its scripts elsewhere than all that follow.
  await send(desk().url, { path: "/sign-in" });
});

/** Next takes it off, and answers as if it were not there. */
const throughNext = { "x-now-route-matches": "1" };

/** Without what differs from one visit to the next: nonces, keys that forms are sent with, and when it was. */
function comparable({ status, headers, text }: Answer) {
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "none";
  const same = (words: string) =>
    words.replaceAll(nonce, "nonce").replace(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g, "id");
  const { date: _, ...kept } = headers;
  return { status, headers: JSON.parse(same(JSON.stringify(kept))), text: same(text) };
}

const crawled = Object.entries(crawledPages).flatMap(([page, how]) =>
  "at" in how ? [{ page, ...how }] : [],
);

it.each(crawled)("$page answers by itself as it does through Next", async ({ page, by, at }) => {
  const table = readEntries(join(root, ".next"));
  const headers = by === "stranger" ? {} : { cookie: await cookieOf(world[by]) };
  for (const path of [at(world)].flat()) {
    const request = { method: "GET", url: path, headers } as IncomingMessage;
    expect(findEntry(table, request), path).toBe(join("app", page, "page.js"));
    const [own, next] = [
      await send(desk().url, { path, headers }),
      await send(desk().url, { path, headers: { ...headers, ...throughNext } }),
    ];
    expect(own.status, path).toBeLessThan(400);
    expect(comparable(own), path).toEqual(comparable(next));
  }
});

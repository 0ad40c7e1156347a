import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { join } from "node:path";
import { computeCacheBustingSearchParam } from "next/dist/shared/lib/router/utils/cache-busting-search-param.js";
import { beforeAll, describe, expect, it } from "vitest";
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
const throughNext = { "x-middleware-next": "1" };

/** Without what differs from one visit to the next: nonces, keys that forms are sent with, a key of Next's for scripts, and when it was. */
function comparable({ status, headers, text }: Answer) {
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "none";
  const same = (words: string) =>
    words
      .replaceAll(nonce, "nonce")
      .replace(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g, "id")
      .replace(/(?<="\$L\w+",")[\w-]{21}(?=[vm]",\{"children")/g, "key");
  const { date: _, ...kept } = headers;
  return { status, headers: JSON.parse(same(JSON.stringify(kept))), text: same(text) };
}

const crawled = Object.entries(crawledPages).flatMap(([page, how]) =>
  "at" in how ? [{ page, ...how }] : [],
);

/** A script that has the catalog open. */
const tree = encodeURIComponent(
  JSON.stringify(["", { children: ["(portal)", { children: ["__PAGE__", {}] }] }, null, null, 16]),
);
const callers: Record<string, OutgoingHttpHeaders> = {
  "a browser": {},
  "a script that knows nothing yet": { rsc: "1" },
  "a script that comes from another page": { rsc: "1", "next-router-state-tree": tree, "next-url": "/" },
};

/** As the browser's half of Next asks for it. */
async function addressFor(path: string, headers: OutgoingHttpHeaders): Promise<string> {
  if (!headers.rsc) return path;
  const said = (name: string) => headers[name] as string | undefined;
  const hash = await computeCacheBustingSearchParam(
    undefined,
    undefined,
    said("next-router-state-tree"),
    said("next-url"),
  );
  return `${path}${path.includes("?") ? "&" : "?"}_rsc${hash && `=${hash}`}`;
}

describe.each(Object.entries(callers))("to %s", (_, asking) => {
  it.each(crawled)("$page answers by itself as it does through Next", async ({ page, by, at }) => {
    const table = readEntries(join(root, ".next"));
    const headers = { ...asking, ...(by !== "stranger" && { cookie: await cookieOf(world[by]) }) };
    for (const plain of [at(world)].flat()) {
      const path = await addressFor(plain, asking);
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
});

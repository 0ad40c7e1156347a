import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildIfChanged } from "@/scripts/build";
import { root } from "@/scripts/settings";
import { ownHeaders } from "../support/attacked";
import { aCustomer } from "../support/factories";
import { holdsNoLonger, startWatchedDesk, type WatchedDesk } from "../support/loop-watch";
import { cookieOf } from "../support/raise-by-post";
import { aForm, manyFields, send, type Wired } from "../support/wire";

let desk: WatchedDesk;
beforeAll(async () => {
  await buildIfChanged();
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  desk = await startWatchedDesk({ WORKER: "off" }, join(folder, "frozen-server.log"));
}, 300_000);
afterAll(() => desk?.stop());

/** Holds the event loop no longer than an ordinary form sent to the same place. */
async function expectNoFreeze(wired: Wired & { path: string }, status: number): Promise<void> {
  const headers = ownHeaders(desk);
  const form = aForm([["email", "nobody@people.test"]]);
  await holdsNoLonger(
    desk,
    () => send(desk.url, { path: wired.path, body: form.body, headers: { ...form.headers, ...headers } }),
    async () => {
      const answer = await send(desk.url, { ...wired, headers: { ...headers, ...wired.headers } });
      expect(answer.status, answer.text.slice(0, 200)).toBe(status);
    },
  );
}

test("a form with 14,000 fields of different names freezes nobody's page", async () => {
  const form = manyFields(14_000, index => `${index}`.padStart(5, "0"));
  await expectNoFreeze(
    { path: "/sign-in", body: form.body.subarray(0, 951_000), headers: form.headers },
    413,
  );
});

test("a form with 30,000 fields that does not say how long it is freezes nobody's page", async () => {
  const form = manyFields(30_000);
  await expectNoFreeze({ path: "/sign-in", body: form.body, headers: form.headers, chunked: true }, 411);
});

test("26 MB of one-letter fields from a signed-in person freeze nobody's page", async () => {
  const cookie = await cookieOf(await aCustomer());
  const form = manyFields(26_000_000 / 83, () => "a");
  const body = form.body.subarray(0, 25_999_000);
  await expectNoFreeze({ path: "/requests/LDG-1", body, headers: { ...form.headers, cookie } }, 413);
});

test("10 MB under a cookie that somebody made up are not even read", async () => {
  const form = aForm([["files", { filename: "a.txt", content: Buffer.alloc(10_000_000, "x") }]]);
  const cookie = "lodge-session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC";
  await expectNoFreeze(
    { path: "/requests/LDG-1", body: form.body, headers: { ...form.headers, cookie } },
    413,
  );
  const headers = { ...ownHeaders(desk), cookie };
  expect((await send(desk.url, { path: "/api/files", body: form.body, headers })).status).toBe(401);
});

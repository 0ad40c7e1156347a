import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "@/scripts/settings";
import { startWebServer } from "@/scripts/web-server";
import { freePort, startDesk } from "../support/desk";
import { aCustomer } from "../support/factories";
import { cookieOf } from "../support/raise-by-post";
import { setSettings } from "../support/settings";

/** It takes a part of that; while streams were not ended it took more than ten. */
const generousMs = 4_000;

/** Opens a page's stream and keeps it open; answers once something came over it. */
async function openStream(url: string): Promise<IncomingMessage> {
  const cookie = await cookieOf(await aCustomer());
  const [stream] = await once(get(`${url}/api/live`, { headers: { cookie } }), "response");
  stream.on("error", () => undefined);
  await once(stream, "data");
  return stream;
}

test("a server with open pages stops at once, and ends their streams in order", async () => {
  const desk = await startDesk({}, join(root, "test-results", "security.log"));
  const streams = await Promise.all([openStream(desk.url), openStream(desk.url)]);
  const ended = streams.map(stream => once(stream.resume(), "end"));
  const start = performance.now();
  await desk.stop();
  expect(performance.now() - start).toBeLessThan(generousMs);
  await Promise.all(ended);
  expect(await desk.ended).toBe(0);
});

test("so does the one that npm start has started", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  setSettings({ PORT: String(port), APP_URL: url, MAIL_TRANSPORT: "local" });
  const server = await startWebServer(port, false);
  await openStream(url);
  const start = performance.now();
  server.end();
  expect(await server.ended).toBe(0);
  expect(performance.now() - start).toBeLessThan(generousMs);
});

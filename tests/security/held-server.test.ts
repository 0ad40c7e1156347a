import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
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

test("a server stops in order while others have sent half of something and send no more", async () => {
  const desk = await startDesk({}, join(root, "test-results", "security.log"));
  const { host, port, hostname } = new URL(desk.url);
  const post = (path: string) =>
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${desk.url}\r\nContent-Length: 1000\r\n`;
  const form = "Content-Type: multipart/form-data; boundary=x\r\n";
  const halves = [
    // Half a header; half a body; half a body that was refused; one that is to be asked for.
    post("/sign-in"),
    `${post("/sign-in")}${form}\r\n--x`,
    `${post("/api/nope")}\r\nx`,
    `${post("/sign-in")}${form}Expect: 100-continue\r\n\r\n`,
  ];
  const sockets = halves.map(half => {
    const socket = connect(Number(port), hostname).on("error", () => undefined);
    socket.resume().write(half);
    return socket;
  });
  const closed = sockets.map(socket => once(socket, "close"));
  // The last two were answered, so the server has read what came before them.
  await Promise.all(sockets.slice(2).map(socket => once(socket, "data")));
  await desk.stop();
  expect(await desk.ended).toBe(0);
  await Promise.all(closed);
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

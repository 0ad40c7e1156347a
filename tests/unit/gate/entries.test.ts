import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as routerHeaders from "next/dist/client/components/app-router-headers.js";
import * as constants from "next/dist/lib/constants.js";
import { afterAll, describe, expect, it } from "vitest";
import { findEntry, makeEntries, readEntries } from "@/lib/gate/entries";
import { makeGate } from "@/lib/gate/gate";
import { send } from "../../support/wire";

const built = mkdtempSync(join(tmpdir(), "built-"));
afterAll(() => rmSync(built, { recursive: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(built, path)), { recursive: true });
  writeFileSync(join(built, path), text);
};
const names = [
  "/(portal)/requests/page",
  "/(portal)/requests/[reference]/page",
  "/(portal)/requests/export/route",
  "/(portal)/[...missing]/page",
];
const pathOf = (name: string) => name.replace(/\/(page|route)$/, "").replace("/(portal)", "");
const of = (values: (name: string) => string) =>
  JSON.stringify(Object.fromEntries(names.map(name => [name, values(name)])));
write(
  "server/app-paths-manifest.json",
  of(name => `app${name}.js`),
);
write("app-path-routes-manifest.json", of(pathOf));
write(
  "routes-manifest.json",
  JSON.stringify({
    dynamicRoutes: [
      { page: "/requests/[reference]", regex: "^/requests/([^/]+?)(?:/)?$" },
      { page: "/[...missing]", regex: "^/(.+?)(?:/)?$" },
    ],
  }),
);
write("server/package.json", '{ "type": "commonjs" }');
write(
  "server/app/(portal)/requests/page.js",
  `exports.handler = async (request, response, { waitUntil }) => {
    response.told = request.url;
    waitUntil(new Promise(done => (response.finish = done)));
    waitUntil(Promise.reject(new Error("late")));
  };`,
);
write(
  "server/app/(portal)/requests/[reference]/page.js",
  'exports.handler = async () => { throw new Error("secret"); };',
);
const table = readEntries(built);

const fileFor = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  findEntry(table, { method, url, headers } as unknown as IncomingMessage);

describe("a page answers by itself", () => {
  it.each([
    ["/requests", "requests/page"],
    ["/requests?show=all&q=a%20b", "requests/page"],
    ["/requests/LDG-1042", "requests/[reference]/page"],
    ["/requests/LDG-1042?entry=7", "requests/[reference]/page"],
  ])("at %s", (url, file) => expect(fileFor(url, { accept: "text/html" })).toBe(`app/(portal)/${file}.js`));

  it.each([
    ["/requests?_rsc", "requests/page"],
    ["/requests?show=all&_rsc=0hE2domYjqA4ruR4", "requests/page"],
    ["/requests/LDG-1042?entry=7&_rsc=a-_", "requests/[reference]/page"],
  ])("to a script at %s", (url, file) => {
    const headers = { rsc: "1", "next-router-state-tree": "%5B%22%22%5D", "next-url": "/requests" };
    expect(fileFor(url, headers)).toBe(`app/(portal)/${file}.js`);
  });

  it.each([
    ["another method", "/requests", {}, "HEAD"],
    ["a form", "/requests", {}, "POST"],
    ["a parameter of scripts without their header", "/requests?_rsc=0hE2domYjqA4ruR4", {}, "GET"],
    ["one that is not the last", "/requests?_rsc=a&show=all", { rsc: "1" }, "GET"],
    ["one with other characters", "/requests?_rsc=a%2F", { rsc: "1" }, "GET"],
    ["a header of scripts with another value", "/requests", { rsc: "2" }, "GET"],
    ["a prefetch", "/requests", { rsc: "1", "next-router-prefetch": "1" }, "GET"],
    ["what only Next may say", "/requests", { "x-now-route-matches": "1=LDG-7" }, "GET"],
    ["a middleware that skips itself", "/requests", { "x-middleware-subrequest": "middleware" }, "GET"],
    ["a parameter of the path in the query", "/requests/LDG-1042?nxtPreference=LDG-7", {}, "GET"],
    ["one that is spelt otherwise", "/requests/LDG-1042?a=b&%6extPreference=LDG-7", {}, "GET"],
    ["a slash at the end", "/requests/", {}, "GET"],
    ["two slashes", "//requests", {}, "GET"],
    ["another spelling of a letter", "/requests/LDG%2D1042", {}, "GET"],
    ["a file", "/requests/mark.svg", {}, "GET"],
    ["no page, but a route", "/requests/export", {}, "GET"],
    ["an address that there is not", "/nowhere", {}, "GET"],
  ])("but leaves to Next %s", (_, url, headers, method) => expect(fileFor(url, headers, method)).toBeNull());
});

it("leaves to Next whatever has a header of Next's own, except for a script's", () => {
  const names = Object.entries({ ...constants, ...routerHeaders }).flatMap(([name, value]) =>
    /HEADER/.test(name) && typeof value === "string" && /^[a-z-]+$/.test(value) ? [value] : [],
  );
  expect(names).toContain("next-resume");
  expect(names.filter(name => fileFor("/requests", { [name]: "1" }) !== null)).toEqual([
    "next-router-state-tree",
    "rsc",
  ]);
});

it("gives everything else to Next, and waits for what pages do after their answers", async () => {
  const left: string[] = [];
  const { answer, settle } = makeEntries(built, async ({ url = "" }) => left.push(url));
  const response = {} as ServerResponse & { told?: string; finish?: () => void };
  const ask = (url: string) => answer({ method: "GET", url, headers: {} } as IncomingMessage, response);
  await ask("/mark.svg");
  await ask("/requests?show=all");
  expect(left).toEqual(["/mark.svg"]);
  expect(response.told).toBe("/requests?show=all");
  let isSettled = false;
  const settled = settle().then(() => (isSettled = true));
  await new Promise(setImmediate);
  expect(isSettled).toBe(false);
  response.finish?.();
  await settled;
});

it("a page that fails is answered with a sentence, and without the error", async () => {
  const { answer } = makeEntries(built, async () => undefined);
  const server = createServer(makeGate(answer)).listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  const url = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  const headers = { cookie: "lodge-session=any", accept: "text/html" };
  const { status, text } = await send(url, { path: "/requests/LDG-1042", headers });
  server.close();
  expect(status).toBe(500);
  expect(text).toMatch(/\w+ \w+/);
  expect(text).not.toContain("secret");
});

import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeGate } from "@/lib/gate/gate";

const page = "<p>The till prints nothing since noon.</p>".repeat(500);
const html = { "content-type": "text/html; charset=utf-8" };
const pieces = ["data: 1\n\n", "data: 2\n\n"];

const long = page.repeat(30);
const undrawn = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script></script></body></html>';

const answers: Record<string, (response: ServerResponse) => void> = {
  "/": response => response.writeHead(200, html).end(page),
  "/parts": response => writeParts(response, page),
  "/long": response => writeParts(response, long),
  "/lines.csv": response => response.writeHead(200, { "content-type": "text/csv" }).end(page),
  "/short": response => response.writeHead(200, { ...html, "content-length": 2 }).end("ok"),
  "/picture": response => response.writeHead(200, { "content-type": "image/png" }).end(page),
  "/missing": response => writeParts(response, undrawn, 404),
  "/agent/missing": response => writeParts(response, undrawn, 404),
  "/failed": response => writeParts(response, undrawn, 500),
  "/moved": response => writeParts(response, undrawn, 307),
  "/known": response => response.writeHead(304, { etag: '"1"' }).end(),
  // Ends once its reader has seen the first piece.
  "/live": response => {
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
    });
    response.write(pieces[0]);
    seen.promise.then(() => response.end(pieces[1]));
  },
};
const seen = Promise.withResolvers<void>();

/** As Next does. */
function writeParts(response: ServerResponse, text: string, status = 200): void {
  response.statusCode = status;
  response.setHeader("content-type", html["content-type"]).setHeader("vary", "rsc").flushHeaders();
  const size = Math.ceil(text.length / 20);
  for (let at = 0; at < text.length; at += size) {
    const piece = Buffer.from(text.slice(at, at + size));
    if (at + size < text.length) response.write(piece);
    else response.end(piece);
  }
}

let server: Server;
let url = "";
beforeAll(async () => {
  server = createServer(makeGate(async ({ url: path = "" }, response) => answers[path]?.(response))).listen(
    0,
    "localhost",
  );
  await once(server, "listening");
  const address = server.address();
  url = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  server.close();
});

async function ask(path: string, accepts = "gzip, deflate, br", method = "GET") {
  const headers = accepts ? { "accept-encoding": accepts } : {};
  const [response] = (await once(get(url + path, { method, headers, agent: false }), "response")) as [
    IncomingMessage,
  ];
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

it.each(["/", "/parts", "/long", "/lines.csv"])("packs what browsers can unpack: %s", async path => {
  const { headers, body } = await ask(path);
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers.vary).toMatch(/accept-encoding/i);
  expect(body.length).toBeLessThan(page.length / 10);
  expect(gunzipSync(body).toString() === (path === "/long" ? long : page)).toBe(true);
});

it("packs a page by zstd for browsers that know it", async () => {
  const { headers, body } = await ask("/parts", "gzip, deflate, br, zstd");
  expect(headers["content-encoding"]).toBe("zstd");
  expect(headers["content-length"]).toBe(String(body.length));
  expect(zstdDecompressSync(body).toString()).toBe(page);
  expect((await ask("/parts", "gzip, zstd;q=0")).headers["content-encoding"]).toBe("gzip");
});

it("sends a page in one piece, however it was written, unless it is very long", async () => {
  const { headers, body } = await ask("/parts");
  expect(headers["content-length"]).toBe(String(body.length));
  expect((await ask("/long")).headers["transfer-encoding"]).toBe("chunked");
});

it("keeps what Next says that a page varies by", async () => {
  expect((await ask("/parts")).headers.vary).toBe("rsc, Accept-Encoding");
});

it("sends a page as it is to whoever asks for that, and says that others get it otherwise", async () => {
  for (const [path, accepts] of ["/", "/parts"].flatMap(path =>
    ["", "identity", "gzip;q=0", "gzip; q=0.0, br", "zstd;q=0"].map(accepts => [path, accepts] as const),
  )) {
    const { headers, body } = await ask(path, accepts);
    expect(headers["content-encoding"], accepts).toBeUndefined();
    expect(headers.vary).toMatch(/accept-encoding/i);
    expect(body.toString()).toBe(page);
  }
});

it("leaves alone what is short, no text, or has no body", async () => {
  expect((await ask("/short")).body.toString()).toBe("ok");
  expect((await ask("/picture")).body.toString()).toBe(page);
  for (const [path, method] of [
    ["/short", "GET"],
    ["/picture", "GET"],
    ["/known", "GET"],
    ["/", "HEAD"],
  ] as const)
    expect(
      (await ask(path, "gzip", method)).headers["content-encoding"],
      `${method} ${path}`,
    ).toBeUndefined();
  expect(await ask("/known")).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

it("hands on each piece of a live connection at once, unpacked", async () => {
  const [response] = (await once(
    get(`${url}/live`, { headers: { "accept-encoding": "gzip" }, agent: false }),
    "response",
  )) as [IncomingMessage];
  expect(response.headers["content-encoding"]).toBeUndefined();
  const [first] = await once(response.setEncoding("utf8"), "data");
  expect(first).toBe(pieces[0]);
  seen.resolve();
  const [second] = await once(response, "data");
  expect(second).toBe(pieces[1]);
});

it("what Next leaves to a script to draw says something without one, too", async () => {
  const read = async (path: string) =>
    (
      await fetch(url + path, {
        headers: { "accept-language": "de", cookie: "lodge-session=any" },
        redirect: "manual",
      })
    ).text();
  expect(await read("/missing")).toMatch(
    /<body><noscript><main [^>]*lang="de" dir="ltr">.*Seite nicht gefunden.*<a [^>]*href="\/".*<\/noscript><script>/s,
  );
  expect(await read("/agent/missing")).toMatch(/<noscript>.*<a [^>]*href="\/agent".*<\/noscript>/s);
  expect(await read("/failed")).toMatch(/<noscript>(?!.*<a ).*<h1>.*<\/noscript>/s);
  expect(await read("/moved")).toBe(undrawn);
});

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect } from "vitest";
import { makeGate } from "@/lib/gate/gate";
import { spooledUnder } from "@/lib/gate/spooled";
import { settingsInUse } from "./settings";
import { type Answer, send, type Wired } from "./wire";

/** What the gate passed on; of each file, the content found under its id. */
export type Handed = { headers: Record<string, string>; body: string; files: string[] };

export type Gate = {
  url: string;
  cookie: string;
  post(wired: Wired): Promise<Answer>;
  handed(wired: Wired): Promise<Handed>;
  /** Holds all answers back until the returned function is called. */
  holdBack(): () => void;
};

/**
 * The gate with a server behind it that reports what it received; the returned function gives it once the tests run.
 */
export function aGate(): () => Gate {
  let server: Server;
  let gate: Gate;
  let held = Promise.resolve();
  beforeAll(async () => {
    const listen = makeGate(async (request, response) => {
      const { method, url: path } = request;
      const isBodiless = method === "GET" || method === "HEAD";
      const asFetch = new Request(`http://localhost${path}`, {
        method,
        ...(!isBodiless && { body: request as never, duplex: "half" }),
      });
      const body = Buffer.from(await asFetch.arrayBuffer()).toString("latin1");
      const ids = body.match(/[\da-f]{8}-[\da-f-]{27}/g) ?? [];
      const files = await Promise.all(
        ids.map(async id => Buffer.from((await spooledUnder(id)?.read()) ?? []).toString("latin1")),
      );
      await held;
      response.end(
        JSON.stringify({ headers: request.headers, body, files } satisfies { headers: object } & Omit<
          Handed,
          "headers"
        >),
      );
    });
    server = createServer().on("request", listen).on("checkContinue", listen).listen(0, "localhost");
    await once(server, "listening");
    const address = server.address();
    const url = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
    const token = await encode({ token: { sid: "01a20ad9" }, secret: settingsInUse().NEXTAUTH_SECRET });
    const post = (wired: Wired) =>
      send(url, {
        method: "POST",
        ...wired,
        headers: { "sec-fetch-site": "same-origin", origin: url, ...wired.headers },
      });
    gate = {
      url,
      cookie: `lodge-session=${token}`,
      post,
      async handed(wired) {
        const { status, text } = await (wired.body === undefined ? send(url, wired) : post(wired));
        expect(status, text).toBe(200);
        return JSON.parse(text);
      },
      holdBack() {
        const { promise, resolve } = Promise.withResolvers<void>();
        held = promise;
        return resolve;
      },
    };
  });
  afterAll(() => {
    server.close();
  });
  return () => gate;
}

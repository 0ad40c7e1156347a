import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { encode } from "next-auth/jwt";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isTooSlow } from "@/lib/gate/body";
import { aGate } from "../../support/gate";
import { settingsInUse } from "../../support/settings";
import { aForm } from "../../support/wire";

const gate = aGate();
const opened: ClientRequest[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const sending of opened.splice(0)) sending.destroy();
});

/** Announces a body, of which nothing comes before it is asked for. */
function announce(path: string, length: number, cookie = ""): ClientRequest {
  const { port, hostname } = new URL(gate().url);
  const headers = {
    ...aForm([]).headers,
    origin: gate().url,
    "sec-fetch-site": "same-origin",
    "content-length": length,
    expect: "100-continue",
    ...(cookie && { cookie }),
  };
  const sending = request({ hostname, port, method: "POST", path, headers, agent: false });
  sending.on("error", () => undefined).flushHeaders();
  opened.push(sending);
  return sending;
}

describe("a body that comes too slowly", () => {
  it("is one that takes more than its share of time, and not one from a slow line", () => {
    for (const [length, size, seconds, expected] of [
      [2_000_000, 0, 9, false],
      [2_000_000, 0, 11, true],
      [2_000_000, 100_000, 11, true],
      [2_000_000, 120_000, 11, false],
      [20_000_000, 2_000_000, 190, false],
      [20_000_000, 2_000_000, 210, true],
      [900_000, 0, 50, false],
    ] as const)
      expect(isTooSlow({ length, size, ms: seconds * 1_000 }), `${size} in ${seconds}`).toBe(expected);
  });

  it.each([
    ["/requests/LDG-1", 2_000_000, 12],
    ["/api/files", 2_000_000, 12],
    ["/api/files", 1_000, 61],
    ["/sign-in", 1_000, 61],
  ])("is broken off, and the connection with it: %s, %i bytes, %i s", async (path, length, seconds) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
    const sending = announce(path, length, gate().cookie);
    await once(sending, "continue");
    const closed = once(sending.socket as NonNullable<typeof sending.socket>, "close");
    vi.advanceTimersByTime(seconds * 1_000);
    const [response] = await once(sending, "response");
    expect(response.statusCode).toBe(408);
    let text = "";
    for await (const piece of response) text += piece;
    expect(text).toContain("too slowly");
    await closed;
  });
});

describe("files from one network", () => {
  it("take no more than a few of the places for files, whoever is logged in there", async () => {
    const secret = settingsInUse().NEXTAUTH_SECRET;
    const cookies = await Promise.all(
      Array.from({ length: 7 }, async (_, index) => {
        const token = await encode({ token: { sid: `01a20ad${index}` }, secret });
        return `lodge-session=${token}`;
      }),
    );
    const { promise: sixAsked, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    const uploads = Array.from({ length: 19 }, (_, index) => {
      const sending = announce("/api/files", 2_000_000, cookies[index % cookies.length]);
      sending.on("continue", () => {
        if (++asked === 6) resolve();
      });
      return once(sending, "response");
    });
    const [refused] = await Promise.race(uploads);
    expect(refused.statusCode).toBe(503);
    expect(refused.headers["retry-after"]).toBe("30");
    await sixAsked;
    expect(asked).toBe(6);
  });
});

describe("the files of one form", () => {
  it("are no more than any form of ours has", async () => {
    const files = (count: number) => {
      const content = Buffer.alloc(1_200_000 / count, "x");
      return aForm(
        Array.from({ length: count }, (_, index) => ["files", { filename: `${index}.txt`, content }]),
      );
    };
    for (const [count, status] of [
      [20, 200],
      [21, 413],
    ] as const) {
      const { body, headers } = files(count);
      const sent = { path: "/requests/LDG-1", body, headers: { ...headers, cookie: gate().cookie } };
      expect((await gate().post(sent)).status, String(count)).toBe(status);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gateKey } from "@/lib/gate/passed";
import { aGate } from "../../support/gate";
import { setSettings, settingsInUse } from "../../support/settings";
import { aForm, send, sendBytes } from "../../support/wire";

beforeAll(() => setSettings({ ALLOWED_HOSTS: "desk.internal" }));
afterAll(() => setSettings({ ALLOWED_HOSTS: "" }));
const gate = aGate();

describe("the name a desk is asked by", () => {
  it.each([
    "evil.test",
    "evil.test:3000",
    "localhost.evil.test",
    "127.0.0.1.evil.test",
    "a b",
    "[::1",
    "evil.test/",
  ])("is refused when it is anybody else's: %s", async host => {
    for (const path of ["/", "/mailbox", "/api/auth/csrf", "/_next/static/x.js"])
      expect((await send(gate().url, { path, headers: { host } })).status).toBe(421);
  });

  it.each([
    "localhost",
    "LOCALHOST:3000",
    "desk.localhost",
    "127.0.0.1:3000",
    "[::1]:3000",
    "192.168.1.5",
    "desk.internal",
  ])("is taken when it is the desk's own: %s", async host => {
    expect((await send(gate().url, { headers: { host } })).status).toBe(200);
  });

  it("does not matter to whatever watches its health", async () => {
    expect((await send(gate().url, { path: "/api/health", headers: { host: "10-0-0-1.pod" } })).status).toBe(
      200,
    );
    expect((await send(gate().url, { path: "/api/healthy", headers: { host: "10-0-0-1.pod" } })).status).toBe(
      421,
    );
  });
});

describe("what a request says of itself", () => {
  it("is replaced by what the gate knows", async () => {
    const { headers } = await gate().handed({
      headers: {
        "x-lodge-client": "6.6.6.6",
        "x-lodge-gate": "guessed",
        "x-lodge-local": "yes",
        "x-lodge-script": "yes",
        "x-lodge-spooled": "x",
        "x-forwarded-for": "6.6.6.6",
        "x-forwarded-host": "evil.test",
        forwarded: "for=6.6.6.6",
        "x-nonce": "mine",
      },
    });
    expect(headers["x-lodge-gate"]).toBe(gateKey());
    expect(headers["x-lodge-client"]).toMatch(/^(127\.0\.0\.1|0:0:0:0::\/64)$/);
    expect(headers["x-lodge-local"]).toBe("no");
    expect(headers["x-lodge-script"]).toBeUndefined();
    for (const name of ["x-forwarded-host", "forwarded", "x-lodge-spooled"])
      expect(headers[name]).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain("6.6.6.6");
  });

  it("is believed from the desk itself, which asks for the page that a form leads to", async () => {
    const { headers } = await gate().handed({
      headers: { "x-lodge-gate": gateKey(), "x-lodge-client": "203.0.113.9", "x-lodge-local": "no" },
    });
    expect(headers).toMatchObject({ "x-lodge-client": "203.0.113.9", "x-lodge-local": "no" });
  });

  it("makes it one of this machine only when nobody handed it on", async () => {
    expect((await gate().handed({})).headers["x-lodge-local"]).toBe("yes");
    for (const name of [
      "x-forwarded-for",
      "x-forwarded-proto",
      "x-forwarded-prefix",
      "forwarded",
      "via",
      "x-real-ip",
    ])
      expect((await gate().handed({ headers: { [name]: "" } })).headers["x-lodge-local"], name).toBe("no");
    expect(await sendBytes(gate().url, "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")).toContain(
      '"x-lodge-local":"no"',
    );
  });
});

describe("what is sent from elsewhere", () => {
  const { body, headers } = aForm([["summary", "Hello"]]);
  it.each<[string, Record<string, string | undefined>]>([
    ["another site", { origin: "https://evil.test", "sec-fetch-site": "cross-site" }],
    ["another site that hides itself", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a neighbour under the same domain", { origin: undefined, "sec-fetch-site": "same-site" }],
    ["a browser that says two things", { "sec-fetch-site": "cross-site" }],
    [
      "another site that says it was asked by that name",
      { origin: "http://evil.test", "x-forwarded-host": "evil.test" },
    ],
    ["nowhere", { origin: undefined, "sec-fetch-site": undefined }],
  ])("is refused: %s", async (_, claims) => {
    const all = Object.fromEntries(
      Object.entries({ origin: gate().url, "sec-fetch-site": "same-origin", ...headers, ...claims }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    const answer = await send(gate().url, { path: "/sign-in", body, headers: all as Record<string, string> });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("from another site");
  });

  it("is not what comes through a proxy that forgets to pass the Host on", async () => {
    const { APP_URL } = settingsInUse();
    const handedOn = await gate().handed({
      path: "/sign-in",
      body,
      headers: { ...headers, origin: APP_URL, host: "127.0.0.1:3000" },
    });
    expect(handedOn.headers.host).toBe(new URL(APP_URL).host);
  });

  it("may be a program's, where programs send", async () => {
    for (const path of ["/api/mail/resend", "/api/mute/abc"])
      expect((await send(gate().url, { path, body: "a=b" })).status).toBe(200);
  });
});

describe("every answer", () => {
  it("has the headers that make a browser careful, also when the gate refuses", async () => {
    for (const wired of [
      {},
      { headers: { host: "evil.test" } },
      { path: "/api/nope" },
      { path: "/a%00b" },
      { method: "PATCH" },
    ]) {
      const { headers } = await send(gate().url, wired);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": expect.stringContaining("camera=()"),
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers["strict-transport-security"]).toBeUndefined();
    }
  });

  it("is a plain refusal to an address or a way of asking that no page has", async () => {
    for (const path of [
      "/mailbox?to=%00",
      "/?q=a%00b",
      "/requests/%00",
      "/%E0%A4%A",
      `/requests?${"a=b&".repeat(101)}`,
    ])
      expect((await send(gate().url, { path })).status, path).toBe(400);
    expect(
      await sendBytes(
        gate().url,
        "GET http://evil.test/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      ),
    ).toMatch(/^HTTP\/1\.1 400/);
    const patch = await send(gate().url, { method: "PATCH" });
    expect(patch).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST, DELETE, OPTIONS" } });
  });
});

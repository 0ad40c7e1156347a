import { expect, it } from "vitest";
import { aGate } from "../../support/gate";
import { send } from "../../support/wire";

const gate = aGate();
const nonceIn = (policy: unknown) => /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(String(policy))?.[1];

it("gives each page a policy of its own, and tells Next of it", async () => {
  const nonces = [];
  for (const path of ["/", "/sign-up?next=%2Fagent", "/sign-in"]) {
    const sent = { path, headers: { "x-nonce": "mine", "content-security-policy": "script-src *" } };
    const [{ headers: handed }, { headers: answered }] = [
      await gate().handed(sent),
      await send(gate().url, sent),
    ];
    expect(nonceIn(handed["content-security-policy"])).toBe(handed["x-nonce"]);
    expect(answered["content-security-policy"]).not.toContain("script-src *");
    nonces.push(handed["x-nonce"], nonceIn(answered["content-security-policy"]));
  }
  expect(new Set(nonces).size).toBe(6);
  expect(nonces).not.toContain("mine");
});

it.each([
  "/_next/static/chunks/a.js",
  "/favicon.ico",
  "/mark.svg",
  "/icons.svg",
  "/trouble?back=%2F",
  "/mailbox/1/html",
  "/api/live",
])("leaves the policy of what is no page to itself: %s", async path => {
  const { headers } = await send(gate().url, { path });
  expect(nonceIn(headers["content-security-policy"])).toBeUndefined();
  expect((await gate().handed({ path })).headers["x-nonce"]).toBeUndefined();
});

it("leads whoever is signed out to the log-in page and back, by the address that they asked for", async () => {
  const ask = (path: string, headers = {}) => send(gate().url, { path, headers });
  const { status, headers } = await ask("/requests/export.csv?show=all&q=a%20b&_rsc=1x2");
  expect(status).toBe(307);
  expect(headers.location).toBe(`/sign-in?next=${encodeURIComponent("/requests/export.csv?show=all&q=a+b")}`);
  for (const cookie of ["lodge-session=made-up", "a=b; __Host-lodge-session=x"])
    expect((await ask("/requests", { cookie })).status).toBe(200);
  for (const path of ["/", "/sign-in", "/settings/email/secret-token", "/requestsx", "/mark.svg"])
    expect((await ask(path)).status, path).toBe(200);
});

it("tells a page that a script asked for it, which Next hides", async () => {
  const of = async (headers: Record<string, string>) =>
    (await gate().handed({ path: "/", headers })).headers["x-lodge-script"];
  expect(await of({ rsc: "1" })).toBe("yes");
  expect(await of({ "x-lodge-script": "yes" })).toBeUndefined();
});

import { expect, test } from "vitest";
import { anAttackedDesk } from "../support/attacked";
import { aForm, send, sendBytes } from "../support/wire";

const desk = anAttackedDesk({ MAIL_TRANSPORT: "local" });

test("a name that an attacker has made to lead here opens nothing, the local mailbox least of all", async () => {
  const headers = { host: "evil.test" };
  for (const path of ["/", "/mailbox", "/mailbox/x/html", "/api/auth/csrf", "/mark.svg"]) {
    const answer = await send(desk().url, { path, headers });
    expect(answer.status, path).toBe(421);
    expect(answer.text).toContain("ALLOWED_HOSTS");
  }
  expect(desk().log()).toContain("proxy_set_header Host $host");
  expect((await send(desk().url, { path: "/api/health", headers })).status).toBe(200);
});

test("a form from there is refused, whatever it says it was asked by", async () => {
  const form = aForm([["email", "x@people.test"]]);
  const claims = { origin: "http://evil.test", "x-forwarded-host": "evil.test" };
  const headers = { ...form.headers, ...claims };
  expect((await send(desk().url, { path: "/sign-in", body: form.body, headers })).status).toBe(403);
});

test("the local mailbox is there for this machine, and for nobody whom a proxy brings", async () => {
  expect((await send(desk().url, { path: "/mailbox" })).status).toBe(200);
  for (const [name, value] of [
    ["x-forwarded-for", "127.0.0.1"],
    ["x-forwarded-proto", "https"],
    ["x-forwarded-host", "localhost"],
    ["forwarded", "for=127.0.0.1"],
    ["via", "1.1 proxy"],
    ["x-real-ip", "127.0.0.1"],
  ] as const)
    for (const path of ["/mailbox", "/%6dailbox", "/mailbox/01a20ad9-6e93-73bb-9106-c8f058b8bcd6/html"]) {
      const headers = { [name]: value, "x-lodge-local": "yes", "x-lodge-gate": "guessed" };
      expect((await send(desk().url, { path, headers })).status, `${path} with ${name}`).toBe(404);
    }
  // As nginx asks when it is told nothing else than where the desk is.
  expect(await sendBytes(desk().url, "GET /mailbox HTTP/1.0\r\nHost: localhost\r\n\r\n")).toMatch(
    /^HTTP\/1\.1 404/,
  );
});

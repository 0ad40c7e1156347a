import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "@/lib/text/redact";

const token = "q8Zt3nV5xB-q8Zt3nV5xBq8Zt3nV5xBq8Zt3nV5xB_1";
const id = "01a20ad9-6e93-73bb-9106-c8f058b8bcd6";

describe("what goes into the log", () => {
  it.each([
    [`/invitations/${token}`, "/invitations/…"],
    [`/set-password/${token}.`, "/set-password/…."],
    [`"/sign-in?next=%2Fsettings%2Femail%2F${token}"`, '"/sign-in"'],
    [`back=%2Finvitations%2F${token}`, "back=%2Finvitations%2F…"],
    [
      `https://desk.test/sign-up/confirm/${token.slice(0, 40)} failed`,
      "https://desk.test/sign-up/confirm/… failed",
    ],
    [`/api/mute/${id}.${id}.${token}`, "/api/mute/…"],
    ["/requests?q=my%20secret&show=open", "/requests"],
    ["%2Frequests%3Fq%3Dsecret", "%2Frequests"],
    ['invalid input syntax for type uuid: "my secret"', 'invalid input syntax for type uuid: "…"'],
  ])("holds no secret: %s", (text, fit) => expect(redact(text)).toBe(fit));

  it.each([
    "/requests/LDG-1042",
    `/agent/mail/${id}`,
    `a file (/api/files/${id})`,
    "Error: no\n    at read (/app/.next/server/chunks/page.js:1:234)",
    "The desk is up. Is it?",
  ])("is otherwise left as it is: %s", text => expect(redact(text)).toBe(text));

  it("holds no token wherever in an address it stands", () => {
    const anyToken = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map(bytes => Buffer.from(bytes).toString("base64url"));
    fc.assert(
      fc.property(anyToken, fc.webPath(), fc.webQueryParameters(), (secret, path, query) => {
        const text = redact(`GET ${path}/${secret}?${query} failed`);
        expect(text).not.toContain(secret);
      }),
    );
  });
});

import { expect, test } from "vitest";
import { anAttackedDesk, ownHeaders } from "../support/attacked";
import { send } from "../support/wire";

const desk = anAttackedDesk({
  APP_URL: "https://desk.people.test",
  MAIL_TRANSPORT: "smtp",
  SMTP_URL: "smtp://localhost:1",
});

test("every answer has the headers that make a browser careful, wherever it comes from", async () => {
  for (const path of [
    "/",
    "/sign-in",
    "/api/nope",
    "/api/health",
    "/api/auth/csrf",
    "/api/files/x",
    "/mark.svg",
    "/icons.svg",
    "/mark.svgx",
    "/favicon.ico",
    "/trouble",
    "/troublesome",
    "/_next/static/nope.js",
    "/_next/image?url=x",
    "/_next/nope",
    "/mailbox/x/html",
    "/%E0%A4%A",
    "//evil.test",
    "/a%00b",
  ]) {
    const { headers, status } = await send(desk().url, { path });
    expect(status, path).not.toBe(500);
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
      "content-security-policy": expect.stringContaining("default-src"),
      // Other names under the domain may be anybody's.
      "strict-transport-security": "max-age=63072000",
    });
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  const refused = await send(desk().url, {
    path: "/",
    body: "x",
    headers: ownHeaders(desk()),
    chunked: true,
  });
  expect(refused.headers["content-security-policy"]).toContain("default-src 'none'");
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "@/scripts/settings";
import { anAttackedDesk, complaintsOf, ownHeaders } from "../support/attacked";
import { aCustomer } from "../support/factories";
import { cookieOf } from "../support/raise-by-post";
import { send } from "../support/wire";

const desk = anAttackedDesk();

/** The addresses of all pages, and of all routes that take something. */
function addresses(): string[] {
  const app = join(root, "app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter(file => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .filter(file => file.endsWith("page.tsx") || /\bPOST\b/.test(readFileSync(join(app, file), "utf8")))
    .map(file =>
      `/${file}`
        .replace(/\/(page\.tsx|route\.ts)$/, "")
        .replace(/\/\([^)]*\)/g, "")
        .replace("[...nextauth]", "callback/credentials")
        .replace(/\[[^\]]*\]/g, "x"),
    )
    .map(path => path || "/");
}

test("no address takes a body without a length, or one that is longer than it may be", async () => {
  const paths = addresses();
  expect(paths).toEqual(
    expect.arrayContaining(["/sign-in", "/api/drafts/afresh", "/api/mail/resend", "/api/mute/x"]),
  );
  const headers = { ...ownHeaders(desk()), "content-type": "application/x-www-form-urlencoded" };
  const body = "x".repeat(1_000_001);
  for (const path of paths) {
    expect((await send(desk().url, { path, body, headers, chunked: true })).status, path).toBe(411);
    const [status, wanted] = [
      (await send(desk().url, { path, body, headers })).status,
      path === "/api/files" ? 401 : 413,
    ];
    // A page with files looks at what it is before how long it is; the rest of it is not read.
    expect([wanted, 415], path).toContain(status);
  }
  expect(complaintsOf(desk())).toEqual([]);
});

test("routes that take little say so for anything more", async () => {
  const headers = { ...ownHeaders(desk(), await cookieOf(await aCustomer())) };
  for (const [path, size] of [
    ["/api/mail/resend", 100_001],
    ["/api/auth/callback/credentials", 10_001],
    ["/api/drafts", 800_001],
    ["/api/presence", 501],
  ] as const)
    expect((await send(desk().url, { path, body: "x".repeat(size), headers })).status, path).toBe(413);
});

test("thirty bodies that never end cost the desk no more than what it says it keeps", async () => {
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${desk().pid}/status`, "utf8"))?.[1]) / 1_000;
  const before = memory();
  const headers = { ...ownHeaders(desk()), "content-type": "text/plain" };
  const all = Array.from({ length: 30 }, () =>
    send(desk().url, { path: "/sign-in", body: Buffer.alloc(15_000_000, "x"), headers, chunked: true }),
  );
  for (const { status } of await Promise.all(all)) expect(status).toBe(411);
  expect(memory() - before).toBeLessThan(200);
});

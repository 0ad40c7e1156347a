import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newToken } from "@/lib/crypto";
import { type Desk, startDesk } from "../support/desk";
import { aCustomer } from "../support/factories";
import { cookieOf } from "../support/raise-by-post";

// A token or a search word that reaches a log, a referrer or another address is read there by somebody else.

const folder = mkdtempSync(join(tmpdir(), "lodge-links-"));
let desk: Desk;
let stranded: Desk;
let cookie: string;

beforeAll(async () => {
  cookie = await cookieOf(await aCustomer());
  desk = await startDesk({ WORKER: "off" }, join(folder, "desk.log"));
  stranded = await startDesk(
    { WORKER: "off", DATABASE_URL: "postgresql://127.0.0.1:1/none" },
    join(folder, "stranded.log"),
  );
});

afterAll(async () => {
  await desk.stop();
  await stranded.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers: { cookie, ...headers }, redirect: "manual" });

const links = [
  ["/set-password", "/set-password"],
  ["/log-in", "/log-in"],
  ["/sign-up/confirm", "/sign-up/finish"],
  ["/invitations", "/invitations"],
  ["/join", "/join"],
  ["/settings/email", "/settings/email"],
] as const;

describe.each(links)("a link to %s/…", (path, page) => {
  it("leads on to an address without its token, which only a sealed cookie keeps", async () => {
    const token = newToken();
    const answer = await open(`${desk.url}${path}/${token}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, page]);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(JSON.stringify([...answer.headers])).not.toContain(token);
    const [kept = ""] = answer.headers.getSetCookie();
    expect(kept).toMatch(/; HttpOnly/i);
    expect(kept).toMatch(/; SameSite=lax/i);
    expect(kept).toMatch(/; Max-Age=3600/i);
    const behind = await open(`${desk.url}${page}`, { cookie: `${cookie}; ${kept.split(";")[0]}` });
    expect(behind.status).toBe(200);
    const html = await behind.text();
    expect(html).toContain("no longer valid");
    expect(html).not.toContain(token);
  });

  it("is not opened by fetching it ahead, and asks nobody to log in with its token in the address", async () => {
    const token = newToken();
    const ahead = await open(`${desk.url}${path}/${token}`, { "sec-purpose": "prefetch" });
    expect([ahead.status, ahead.headers.getSetCookie()]).toEqual([204, []]);
    const stranger = await fetch(`${desk.url}${path}/${token}`);
    expect(stranger.url).not.toContain(token);
    expect(stranger.status).toBe(200);
  });

  it("that is garbage is told at once, and breaks nothing", async () => {
    for (const garbage of ["x", "%22", "%00", "a".repeat(5_000), "..%2F..%2Fadmin"]) {
      const answer = await open(`${desk.url}${path}/${garbage}`);
      expect(answer.status, garbage).toBeLessThan(500);
      expect(answer.headers.get("location") ?? page).toBe(page);
    }
  });

  it("leaves no trace in the log of a desk that cannot reach its database, nor in the page that says so", async () => {
    const token = newToken();
    const answer = await open(`${stranded.url}${path}/${token}`);
    const kept = answer.headers.getSetCookie()[0]?.split(";")[0];
    const trouble = await open(`${stranded.url}${page}`, { cookie: `${cookie}; ${kept}` });
    expect(await trouble.text()).not.toContain(token);
    expect(decodeURIComponent(trouble.headers.get("location") ?? "")).toMatch(
      new RegExp(`/trouble\\?back=${page}$`),
    );
    expect(stranded.log()).toContain("a page could not be read");
    expect(stranded.log()).not.toContain(token);
  });
});

it("what somebody searches for is in no log and in no address but its own", async () => {
  for (const path of ["/requests", "/agent", "/agent/mail", "/catalog/other-manual-request", "/"]) {
    const answer = await open(`${stranded.url}${path}?q=harbourlamp&status=harbourlamp&follows=harbourlamp`);
    expect(answer.headers.get("location") ?? "", path).not.toContain("harbourlamp");
  }
  const csv = await open(`${stranded.url}/requests/export.csv?q=harbourlamp`);
  expect(csv.status).toBe(503);
  expect(stranded.log()).toContain("an address could not be answered");
  expect(stranded.log()).not.toContain("harbourlamp");
});

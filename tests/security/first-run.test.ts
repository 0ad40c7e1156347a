import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newToken } from "@/lib/crypto";
import { anAttackedDesk, complaintsOf } from "../support/attacked";
import { type Desk, startDesk } from "../support/desk";
import { anAddress } from "../support/factories";
import { lodge } from "../support/operator";
import { fieldsIn, readPlainly, sendPlainly, wordsIn } from "../support/plain-forms";
import { makeFreshDatabase } from "../support/set-up";
import { send } from "../support/wire";

// Between its first start and its first admin, a desk is anybody's who finds it.

const password = "Harbour-lamp 27 quietly!";
const folder = mkdtempSync(join(tmpdir(), "lodge-first-run-"));
/** Has the same build, and forms to send to the other. */
const ready = anAttackedDesk();
let desk: Desk;
let database: string;

beforeAll(async () => {
  database = await makeFreshDatabase("first_run");
  desk = await startDesk({ WORKER: "off", DATABASE_URL: database }, join(folder, "desk.log"));
});

afterAll(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(sql: string): Promise<unknown> {
  const client = new Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return Object.values(rows[0] ?? {})[0];
}

const linkOf = async () => /http\S+\/setup\/\S+/.exec(await lodge(desk, ["setup:link"]))?.[0] ?? "";

async function opened(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: "manual" });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

describe("a desk that nobody has set up", () => {
  it("says nothing of itself at any address", async () => {
    const pages = globSync("app/**/page.tsx").map(
      path => path.replace(/^app|\/\([^)]*\)|\/page\.tsx$/g, "").replace(/\[[^\]]*\]/g, "nothing") || "/",
    );
    expect(pages.length).toBeGreaterThan(50);
    for (const path of pages) {
      if (path === "/setup" || path.startsWith("/mailbox")) continue;
      const { status, headers, text } = await send(desk.url, { path });
      expect(status, path).toBe(307);
      expect(headers.location, path).toMatch(/^\/(setup$|sign-in\?next=)/);
      expect(text, path).not.toMatch(/invoice|AMTL3/i);
    }
    const { status, text } = await send(desk.url, { path: "/setup" });
    expect(status).toBe(200);
    expect(wordsIn(text)).toContain("This desk is not set up yet");
    expect(text).not.toMatch(/invoice|AMTL3|Lodge</i);
  });

  it("takes no sign-up, no log-in and no request for a link", async () => {
    const known = anAddress("kim");
    const person = ["--email", known, "--name", "Kim", "--role", "agent", "--password-stdin"];
    await lodge(desk, ["person:create", ...person], password);
    const forms = { "/sign-up": "sign-up", "/sign-in": "sign-in", "/reset": "reset" };
    for (const [path, id] of Object.entries(forms)) {
      const fields = fieldsIn(await (await readPlainly(ready().url + path, "")).text(), id);
      const email = path === "/sign-up" ? anAddress() : known;
      const { status, cookies } = await sendPlainly(desk.url + path, "", fields, {
        name: "Mal",
        email,
        password,
      });
      expect(status, path).toBeLessThan(500);
      expect(cookies.join(), path).not.toMatch(/lodge-(session|sign-up)/);
    }
    expect(await ask("select count(*)::int from sign_ups")).toBe(0);
    expect(await ask("select count(*)::int from deliveries")).toBe(0);
  });

  it("lets nobody in by a link that was made up", async () => {
    const cookie = await opened(`${desk.url}/setup/${newToken()}`);
    const html = await (await readPlainly(`${desk.url}/setup`, cookie)).text();
    expect(wordsIn(html)).toContain("This link is no longer valid");
    expect(html).not.toContain('id="first-admin"');
  });
});

describe("the link for set-up", () => {
  it("leads on to an address without its token, which only a sealed cookie keeps and no log", async () => {
    const link = await linkOf();
    const token = link.split("/").at(-1) ?? "none";
    const answer = await fetch(link, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/setup"]);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(JSON.stringify([...answer.headers])).not.toContain(token);
    const html = await (await readPlainly(`${desk.url}/setup`, await opened(link))).text();
    expect(html).toContain('id="first-admin"');
    expect(html).not.toContain(token);
    expect(desk.log()).not.toContain(token);
  });

  it("is not used up by opening it, and makes one admin, whatever is sent again or late", async () => {
    const link = await linkOf();
    const [mine, theirs] = [await opened(link), await opened(link)];
    const url = `${desk.url}/setup`;
    const fields = fieldsIn(await (await readPlainly(url, mine)).text(), "first-admin");
    const become = (cookie: string, email = anAddress()) =>
      sendPlainly(url, cookie, fields, { name: "Jo Lee", email, password });
    expect((await become("")).cookies.join()).not.toMatch(/lodge-session/);
    const outcomes = await Promise.all([become(mine), become(theirs)]);
    expect(outcomes.filter(({ cookies }) => /lodge-session/.test(cookies.join())).length).toBe(1);
    const lost = outcomes.find(({ cookies }) => !/lodge-session/.test(cookies.join()));
    expect(wordsIn(lost?.html ?? "")).toContain("Somebody has been faster");
    expect((await become(theirs)).cookies.join()).not.toMatch(/lodge-session/);
    expect(await ask("select count(*)::int from people where role = 'admin'")).toBe(1);
    expect(complaintsOf(desk)).toEqual([]);
  });
});

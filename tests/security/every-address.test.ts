import { globSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { commentOnRequest } from "@/lib/requests/comments";
import { anAttackedDesk, complaintsOf, ownHeaders } from "../support/attacked";
import { eventually } from "../support/eventually";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../support/factories";
import { anUnsentFile } from "../support/files";
import { aHelpArticle } from "../support/help";
import { fieldsIn, readPlainly, sendPlainly } from "../support/plain-forms";
import { cookieOf } from "../support/raise-by-post";
import { rowOf } from "../support/records";
import { send } from "../support/wire";

// Behind the gate, Next's middleware does not run at all: whatever is closed here is closed by pages, routes and actions.

const desk = anAttackedDesk();
const secret = "The vault opens at nine";

/** What anybody may open: to log in and sign up, what a mailed link leads to, the front page, help pages and the choice of a language, and what machines ask for. */
const open =
  /^\/(sign-in|sign-up(\/.*)?|log-in(\/.*)?|reset|set-password(\/.*)?|invitations(\/.*)?|join(\/.*)?|setup\/.+|mute(\/.*)?|switched|settings\/email\/.+|trouble|(mark|icons)\.svg|mailbox(\/.*)?|help(\/.*)?|language\/.+|api\/(health|pictures\/.*|jobs|mute\/.*|auth\/.*))?$/;
const ofAgents = /^\/(agent|admin)(\/|$)/;

let customer: PersonActor;
let reference: string;
let file: string;
let all: string[];

beforeAll(async () => {
  customer = await aCustomer();
  reference = await aRequest({ by: customer, summary: secret });
  ({ id: file } = await anUnsentFile(customer));
  await run(customer, act => commentOnRequest(act, { reference, files: [file] }));
  all = globSync(["app/**/page.tsx", "app/**/route.ts"])
    .map(path =>
      path
        .replace(/^app|\/\([^)]*\)|\/(page\.tsx|route\.ts)$/g, "")
        .replace("api/files/[id]", `api/files/${file}`)
        .replace("[reference]", reference)
        .replace("[type]", "other-manual-request")
        .replace("[...nextauth]", "csrf")
        .replace(/\[[^\]]*\]/g, "01a20ad9-6e93-73bb-9106-c8f058b8bcd6"),
    )
    .map(path => path || "/");
});

const get = async (path: string, cookie = "") => send(desk().url, { path, headers: { cookie } });

it("a page runs the scripts that its policy names, and no others", async () => {
  const { status, headers, text } = await get("/sign-in");
  expect(status).toBe(200);
  const nonce = /script-src 'nonce-([\w+/=]{20,})'/.exec(String(headers["content-security-policy"]))?.[1];
  const scripts = text.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
});

describe("every address of the desk", () => {
  it("is closed to whoever is signed out, and to a session that was made up", async () => {
    const closed = all.filter(path => !open.test(path));
    expect(closed.length).toBeGreaterThan(20);
    for (const path of closed)
      for (const cookie of ["", "lodge-session=made-up", "__Host-lodge-session=made-up"]) {
        const { status, headers, text } = await get(path, cookie);
        expect(text, path).not.toContain(secret);
        if (status === 307) expect(headers.location, path).toMatch(/^\/sign-in\?next=/);
        else expect([401, 404, 405], `${path} answered ${status}`).toContain(status);
      }
  });

  it("shows nothing of another's request, and nothing of agents to a customer", async () => {
    const stranger = await cookieOf(await aCustomer());
    const others = all.filter(path => path.includes(reference) || path.includes(file) || ofAgents.test(path));
    expect(others.length).toBeGreaterThan(8);
    for (const path of others) {
      const { status, text } = await get(path, stranger);
      expect(status, path).toBe(404);
      expect(text, path).not.toContain(secret);
    }
  });

  it("shows help that is not published to nobody but admins", async () => {
    const { slug } = await aHelpArticle({ title: "Not yet", body: secret }, false);
    const readers = ["", await cookieOf(await aCustomer()), await cookieOf(await anAgent())];
    for (const cookie of readers)
      for (const path of [
        `/help/${slug}`,
        `/help?q=${encodeURIComponent("not yet")}`,
        `/admin/help/${slug}/en`,
      ]) {
        const { status, text } = await get(path, cookie);
        expect(text, path).not.toContain(secret);
        if (!path.includes("?")) expect([404, 307], path).toContain(status);
        else expect(text).not.toContain(slug);
      }
    expect((await get(`/admin/help/${slug}/en`, await cookieOf(await anAdmin()))).text).toContain(secret);
  });

  it("shows nothing of admins to an agent", async () => {
    const agent = await cookieOf(await anAgent());
    expect((await get("/admin/mail", agent)).status).toBe(404);
    expect((await get("/admin/mail", await cookieOf(await anAdmin()))).status).toBe(200);
  });

  it("is open to those whose it is", async () => {
    const cookie = await cookieOf(customer);
    expect((await get(`/requests/${reference}`, cookie)).text).toContain(secret);
    expect((await get(`/api/files/${file}`, cookie)).status).toBe(200);
    expect((await get(`/agent/requests/${reference}`, await cookieOf(await anAgent()))).text).toContain(
      secret,
    );
  });
});

describe("the conditions of a whole form, with what agents alone are asked", () => {
  it("are sent to agents, and to nobody else nor for what is no form", async () => {
    const { formVersionId } = await rowOf(reference);
    const path = (form: string, id = "correct") => `/agent/conditions.css?form=${form}&for=${id}`;
    const agent = await cookieOf(await anAgent());
    const sent = await get(path(formVersionId), agent);
    expect([sent.status, sent.headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
    // A browser without a session is led to where it can log in; a session that is none gets no page.
    for (const [cookie, wanted] of [
      ["", { status: 307, text: "" }],
      ["lodge-session=made-up", { status: 401, text: expect.not.stringContaining("{") }],
    ] as const)
      expect(await get(path(formVersionId), cookie)).toMatchObject(wanted);
    for (const person of [customer, await aCustomer()])
      expect(await get(path(formVersionId), await cookieOf(person))).toMatchObject({ status: 404, text: "" });
    for (const none of [path(customer.id), path("x"), "/agent/conditions.css", path(formVersionId, "x{}*")])
      expect(await get(none, agent), none).toMatchObject({ status: 404, text: "" });
  });
});

describe("a form", () => {
  const count = () => db().comment.count({ where: { body: secret } });

  it("is refused to a stranger, to the signed-out and to another site", async () => {
    const path = `/requests/${reference}`;
    const cookie = await cookieOf(customer);
    const fields = fieldsIn(await (await readPlainly(desk().url + path, cookie)).text(), "comment");
    for (const wrong of ["", await cookieOf(await aCustomer())])
      await sendPlainly(desk().url + path, wrong, fields, { body: secret });
    const body = new FormData();
    for (const [name, value] of [...fields, ["body", secret] as const]) body.append(name, value);
    const foreign = {
      ...ownHeaders(desk(), cookie),
      origin: "https://evil.test",
      "sec-fetch-site": "cross-site",
    };
    const answer = await fetch(desk().url + path, { method: "POST", body, headers: foreign });
    expect(answer.status).toBe(403);
    expect(await count()).toBe(0);
    await sendPlainly(desk().url + path, cookie, fields, { body: secret });
    expect(await count()).toBe(1);
  });
});

describe("opening a request", () => {
  it("marks its notices as read, and its bell counts them no more", async () => {
    const cookie = await cookieOf(customer);
    const unread = () => db().notice.count({ where: { personId: customer.id, readAt: null } });
    await run(await anAgent(), act =>
      commentOnRequest(act, { reference, body: "Hello.", afterResolved: "keep" }),
    );
    expect((await get("/requests", cookie)).text).toContain("Notifications, 1 unread");
    // What our script fetches is shown later or never, so that it is read only once it is shown.
    for (const ahead of [{ "sec-purpose": "prefetch" }, { rsc: "1" }]) {
      const headers = { cookie, ...ahead };
      const asked = await send(desk().url, { path: `/requests/${reference}`, headers });
      // Next wants what its script asks for under an address of its own.
      const { pathname, search } = new URL(
        String(asked.headers.location ?? `/requests/${reference}`),
        desk().url,
      );
      expect((await send(desk().url, { path: pathname + search, headers })).status).toBe(200);
      expect(await unread()).toBe(1);
    }
    expect((await get(`/requests/${reference}`, cookie)).text).not.toContain("1 unread");
    await eventually(async () => expect(await unread()).toBe(0));
  });
});

it("none of this makes the desk complain", () => expect(complaintsOf(desk())).toEqual([]));

import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { buildIfChanged } from "@/scripts/build";
import { root } from "@/scripts/settings";
import { aCustomer, anAgent, aRequest } from "../support/factories";
import { holdsNoLonger, startWatchedDesk, type WatchedDesk } from "../support/loop-watch";
import { nastyTexts, ordinaryText, towerOf } from "../support/nasty";
import { type Fields, openForm } from "../support/post-form";
import { cookieOf } from "../support/raise-by-post";

// One visitor holds up everybody when what they send keeps the event loop busy. Each endpoint is sent the most
// expensive input that we know of, and holds the loop at most five times as long as for an ordinary one.

let desk: WatchedDesk;
let customer: PersonActor;
let agent: PersonActor;
let cookie: string;
let agentCookie: string;
let reference: string;

beforeAll(async () => {
  await buildIfChanged();
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  desk = await startWatchedDesk({ WORKER: "off" }, join(folder, "expensive-input.log"));
  customer = await aCustomer();
  agent = await anAgent();
  cookie = await cookieOf(customer);
  agentCookie = await cookieOf(agent);
  reference = await aRequest({ by: customer });
  for (let count = 0; count < 25; count++) await aRequest({ by: customer });
}, 300_000);

afterAll(() => desk?.stop());

/** What is sent must be understood or refused, never break the desk. */
async function answered(response: Response): Promise<void> {
  await response.arrayBuffer();
  expect(response.status).toBeLessThan(500);
}

const get =
  (path: string, as = cookie) =>
  async () =>
    answered(await fetch(desk.url + path, { headers: { cookie: as }, redirect: "manual" }));

type Wishes = { path: () => string; id: string; as?: () => string; ordinary: () => Fields };

/** Posts a form with ordinary fields, some of them replaced. */
async function comparePosts({ path, id, as = () => "", ordinary }: Wishes, hostile: () => Fields) {
  const post = await openForm({ desk, cookie: as() }, path(), id);
  await holdsNoLonger(
    desk,
    async () => answered(await post(ordinary())),
    async () => answered(await post({ ...ordinary(), ...hostile() })),
  );
}

const address = () => `${randomUUID()}@people.test`;
const password = "Violet kettle 7 sings!";

const forms: Record<string, Wishes> = {
  "the log-in form": {
    path: () => "/sign-in",
    id: "sign-in",
    ordinary: () => ({ email: address(), password }),
  },
  "the sign-up form": {
    path: () => "/sign-up",
    id: "sign-up",
    ordinary: () => ({ name: "Ada", email: address(), password }),
  },
  "the form for a new password": {
    path: () => "/reset",
    id: "reset",
    ordinary: () => ({ email: address() }),
  },
  "the form for a request": {
    path: () => "/catalog/report-a-problem-with-amtl3",
    id: "raise",
    as: () => cookie,
    ordinary: () => ({
      summary: "The export stops",
      "answers.impact": "there_is_a_way_around",
      "answers.where": ["chrome"],
      "answers.details": "It stops.",
      "answers.since": "2026-03-01T09:30",
    }),
  },
  "the form for a comment": {
    path: () => `/requests/${reference}`,
    id: "comment",
    as: () => cookie,
    ordinary: () => ({ body: ordinaryText }),
  },
  "the agents' form for an answer": {
    path: () => `/agent/requests/${reference}`,
    id: "answer",
    as: () => agentCookie,
    ordinary: () => ({ mode: "reply", body: ordinaryText }),
  },
  "the form for a correction": {
    path: () => `/requests/${reference}/correct`,
    id: "correct",
    as: () => cookie,
    ordinary: () => ({ summary: "The export stops", "answers.details": "It stops." }),
  },
  "the form for sharing": {
    path: () => `/requests/${reference}`,
    id: "share-form",
    as: () => cookie,
    ordinary: () => ({ shareWith: address() }),
  },
  "the form that kills a request": {
    path: () => `/requests/${reference}`,
    id: "move-kill",
    as: () => cookie,
    ordinary: () => ({ body: ordinaryText }),
  },
  "the form for another address": {
    path: () => "/settings",
    id: "email-form",
    as: () => cookie,
    ordinary: () => ({ email: address(), currentPassword: password }),
  },
  "the form for another password": {
    path: () => "/settings/password",
    id: "password-form",
    as: () => cookie,
    ordinary: () => ({ currentPassword: password, password }),
  },
  "the profile": {
    path: () => "/settings",
    id: "profile-form",
    as: () => cookie,
    ordinary: () => ({ name: "Ada", timeZone: "Europe/Berlin", language: "en-GB" }),
  },
};

// In each of up to six fields. Of a whole megabyte of signs docs/security.md says what remains.
const size = 70_000;
const prose = ordinaryText.repeat(Math.floor(size / ordinaryText.length));
const long = {
  "a tower of marks": towerOf(size / 2),
  "a long word": "a".repeat(size),
  spaces: `a${" ".repeat(size)}b`,
  dots: `${".".repeat(size)}a`,
  signs: "<".repeat(size),
};

// How much may be sent at all is bounded in front of every form; up to there it must not matter what it is.
describe.each(Object.entries(forms))("%s is held up no longer than by as much prose by", (_, form) => {
  it.each(Object.entries(long))("%s in each of its fields", async (_, text) => {
    const post = await openForm({ desk, cookie: form.as?.() ?? "" }, form.path(), form.id);
    const filled = (words: string) =>
      Object.fromEntries(Object.keys(form.ordinary()).map(name => [name, words]));
    await holdsNoLonger(
      desk,
      async () => answered(await post(filled(prose))),
      async () => answered(await post(filled(text))),
    );
  });
});

describe("what a form says of its draft is no more work than as much prose:", () => {
  const length = 900_000;
  const draftOf = (start: string, part: string, end: string) =>
    `${start}${part.repeat(Math.floor(length / part.length))}${end}`;

  it.each([
    ["a place without an end", draftOf("/", "a", "\n")],
    ["a person without an end", draftOf("", "a", "\n")],
    ["a million names", draftOf("person/place ", "a ", "")],
    ["spaces", draftOf("/", " ", "\n")],
  ])("%s", async (_, draft) => {
    for (const form of ["the form for a new password", "the form for a comment"]) {
      const { as, path, id, ordinary } = forms[form] as Wishes;
      const post = await openForm({ desk, cookie: as?.() ?? "" }, path(), id);
      const long = ordinaryText.repeat(Math.floor(length / ordinaryText.length));
      await holdsNoLonger(
        desk,
        async () => answered(await post({ ...ordinary(), draft: long })),
        async () => answered(await post({ ...ordinary(), draft })),
      );
    }
  });
});

describe("an address in a form is not held up by", () => {
  it.each([
    ["many dots", () => `${"a.".repeat(400)}@b.example`],
    ["many domains", () => `a@${"b.".repeat(400)}`],
    ["many signs", () => "@".repeat(900)],
    ["marks", () => `${towerOf(900)}@b.example`],
  ])("%s", async (_, email) => {
    for (const name of ["the log-in form", "the form for a new password"])
      await comparePosts(forms[name] as Wishes, () => ({ email: email() }));
  });
});

describe("the answers of a form are not held up by", () => {
  it.each([
    ["many numbers", "answers.people", () => "9".repeat(20_000)],
    ["a telephone number without an end", "answers.phone", () => `${"1 (".repeat(6_000)}x`],
    ["many choices", "answers.where", () => Array.from({ length: 100 }, (_, place) => `${place}`)],
    ["a thousand choices", "answers.where", () => Array.from({ length: 1_000 }, () => "chrome")],
    ["many addresses", "shareWith", () => "a, ".repeat(3_300)],
    ["addresses in brackets", "shareWith", () => "<".repeat(9_999)],
  ])("%s", async (_, name, value) =>
    comparePosts(forms["the form for a request"] as Wishes, () => ({ [name]: value() })),
  );
});

describe("words of a message are not held up by", () => {
  it.each(Object.entries(nastyTexts))("%s", async (_, text) => {
    await comparePosts(forms["the form for a comment"] as Wishes, () => ({ body: text }));
    await comparePosts(forms["the agents' form for an answer"] as Wishes, () => ({ body: text }));
  });
});

describe("a page is not held up by its address:", () => {
  const nested = (part: string) => Buffer.from(part.repeat(700)).toString("base64url");
  it.each([
    ["words that nobody wrote", () => `/requests?q=${"absent".split("").join("word+")}`],
    ["marks for words", () => `/requests?q=${encodeURIComponent(towerOf(1_000))}`],
    ["quotes for words", () => `/requests?q=${encodeURIComponent('"“„'.repeat(200))}`],
    ["signs for words", () => `/requests?q=${encodeURIComponent("c#+ ".repeat(200))}`],
    ["many columns", () => `/requests?show=all&${"columns=a,b&".repeat(500)}`],
    ["a nested place", () => `/requests?show=all&after=${nested("[")}`],
    ["many names", () => `/requests?show=all&${Array.from({ length: 900 }, (_, n) => `x${n}=`).join("&")}`],
  ])("the list with %s", async (_, path) => {
    await holdsNoLonger(desk, get("/requests?show=all&q=printer"), get(path()));
  });

  it.each([
    ["the queue", () => "/agent", () => `/agent?after=${"~".repeat(5_000)}&status=x`, () => agentCookie],
    [
      "the export",
      () => "/requests/export.csv?show=all",
      () => `/requests/export.csv?show=all&q=${"a+".repeat(3_000)}`,
      () => cookie,
    ],
    [
      "the log-in page",
      () => "/sign-in?next=/requests",
      () => `/sign-in?next=${"/.%2e".repeat(1_500)}`,
      () => "",
    ],
    [
      "the mailbox",
      () => "/mailbox",
      () => `/mailbox?to=${"@".repeat(5_000)}&before=${"x".repeat(5_000)}`,
      () => "",
    ],
    ["a link", () => "/set-password/nothing", () => `/set-password/${"x".repeat(5_000)}`, () => ""],
    [
      "news",
      () => `/api/live/now?request=${reference}`,
      () => `/api/live/now?request=${"LDG-".repeat(1_500)}`,
      () => cookie,
    ],
  ])("%s", async (_, ordinary, hostile, as) => {
    await holdsNoLonger(desk, get(ordinary(), as()), get(hostile(), as()));
  });
});

describe("a draft is not held up by", () => {
  const send = (body: string) => async () =>
    answered(
      await fetch(`${desk.url}/api/drafts`, {
        method: "POST",
        body,
        headers: { cookie, "content-type": "application/json", "sec-fetch-site": "same-origin" },
      }),
    );
  const draft = (fields: object) =>
    JSON.stringify({ person: customer.id, place: `/requests/${reference}#comment`, fields });

  it.each([
    ["nesting", () => `${"[".repeat(300_000)}${"]".repeat(300_000)}`],
    ["many fields", () => draft(Object.fromEntries(Array.from({ length: 15_000 }, (_, n) => [`a${n}`, ""])))],
    ["a long text", () => draft({ body: "\0".repeat(120_000) })],
    ["a long place", () => draft({}).replace("/requests", "/requests".repeat(80_000))],
  ])("%s", async (_, body) => {
    // Ordinary is a long comment, not an empty one.
    await holdsNoLonger(desk, send(draft({ body: "It burns. ".repeat(1_000) })), send(body()));
  });
});

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readUnsent } from "@/lib/drafts/unsent";
import { buildIfChanged } from "@/scripts/build";
import { root } from "@/scripts/settings";
import { type Desk, startDesk } from "../support/desk";
import { aCustomer, anAgent, aParticipant, aRequest } from "../support/factories";
import { fieldsIn, readPlainly, sendPlainly, wordsIn } from "../support/plain-forms";
import { cookieOf } from "../support/raise-by-post";

let desk: Desk;

beforeAll(async () => {
  await buildIfChanged();
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  desk = await startDesk({ WORKER: "off" }, join(folder, "wrong-author.log"));
}, 300_000);
afterAll(() => desk?.stop());

type Case = {
  form: string;
  path: (reference: string) => string;
  id: string;
  typed: Record<string, string>;
  /** Whom it is drawn for, and who is logged in by the time it is sent: both may use it. */
  between: "customers" | "agents";
  /** Where its words are kept, if it has such a place. */
  place?: (reference: string) => string;
};

const words = "Only Ada says this";
const cases: Case[] = [
  {
    form: "raise",
    path: () => "/catalog/other-manual-request",
    id: "raise",
    typed: { summary: words, "answers.details": "It burns." },
    between: "customers",
    place: () => "/catalog/other-manual-request#raise",
  },
  {
    form: "comment",
    path: reference => `/requests/${reference}`,
    id: "comment",
    typed: { body: words },
    between: "customers",
    place: reference => `/requests/${reference}#comment`,
  },
  {
    form: "answer",
    path: reference => `/agent/requests/${reference}`,
    id: "answer",
    typed: { mode: "reply", body: words },
    between: "agents",
    place: reference => `/agent/requests/${reference}#answer`,
  },
  {
    form: "move",
    path: reference => `/agent/requests/${reference}`,
    id: "move-start",
    typed: {},
    between: "agents",
  },
  {
    form: "claim",
    path: reference => `/agent/requests/${reference}`,
    id: "claim",
    typed: {},
    between: "agents",
  },
  {
    form: "share",
    path: reference => `/agent/requests/${reference}?drawn=all`,
    id: "share-form",
    typed: { shareWith: "guest@people.test" },
    between: "agents",
  },
  {
    form: "settings",
    path: () => "/settings",
    id: "profile-form",
    typed: { name: words, timeZone: "UTC", language: "en-GB" },
    between: "customers",
  },
  {
    form: "pace",
    path: () => "/settings/notifications",
    id: "pace-form",
    typed: { pace: "daily" },
    between: "customers",
  },
];

async function pairOf(
  between: Case["between"],
): Promise<{ ada: PersonActor; minh: PersonActor; reference: string }> {
  const raisedBy = await aCustomer({ name: "Ada Okafor" });
  const reference = await aRequest({ by: raisedBy });
  if (between === "customers")
    return {
      ada: raisedBy,
      minh: await aParticipant(reference, await aCustomer({ name: "Minh Tran" })),
      reference,
    };
  return {
    ada: await anAgent({ name: "Ada Agent" }),
    minh: await anAgent({ name: "Minh Agent" }),
    reference,
  };
}

/** All that could have changed. */
async function state() {
  const [events, requests, comments, people, drafts] = await Promise.all([
    db().event.count(),
    db().serviceRequest.findMany({ orderBy: { id: "asc" } }),
    db().comment.count(),
    db().person.findMany({ orderBy: { id: "asc" } }),
    db().draft.count(),
  ]);
  return { events, requests, comments, people, drafts };
}

const draftOf = async (person: PersonActor, place: string) =>
  (await readUnsent(person, place, ["summary", "answers.details", "body"])).draft.kept;

describe("a form that was drawn for one person and comes with the session of another", () => {
  it.each(cases)("does nothing: $form", async ({ path, id, typed, between, place }) => {
    const { ada, minh, reference } = await pairOf(between);
    const url = desk.url + path(reference);
    const [adas, minhs] = [await cookieOf(ada), await cookieOf(minh)];
    const fields = fieldsIn(await (await readPlainly(url, adas)).text(), id);
    const before = await state();

    const answer = await sendPlainly(url, minhs, fields, typed);
    const after = await state();
    expect({ ...after, drafts: 0 }).toEqual({ ...before, drafts: 0 });

    if (place) {
      // The page may show nothing to Minh, so what was typed goes to its writer, and to nobody else.
      expect(new URL(answer.location, desk.url).pathname).toBe("/switched");
      const page = await readPlainly(new URL(answer.location, desk.url).href, minhs);
      expect(wordsIn(await page.text())).toContain("logged in as Minh");
      const { mode: _, ...kept } = typed;
      expect((await draftOf(ada, place(reference)))?.fields).toMatchObject(kept);
      expect(await draftOf(minh, place(reference))).toBeNull();
    } else {
      expect(wordsIn(answer.html)).toContain(
        `This page was opened by ${ada.name}, and this browser is now logged in`,
      );
      for (const value of Object.values(typed)) expect(wordsIn(answer.html) + answer.html).toContain(value);
      // Sending the answer once more is still not Minh's doing.
      const again = fieldsIn(answer.html, id);
      await sendPlainly(url, minhs, again, typed);
      expect({ ...(await state()), drafts: 0 }).toEqual({ ...before, drafts: 0 });
    }
  });

  it("is done for the person it was drawn for", async () => {
    const { ada, reference } = await pairOf("customers");
    const cookie = await cookieOf(ada);
    const url = `${desk.url}/requests/${reference}`;
    const fields = fieldsIn(await (await readPlainly(url, cookie)).text(), "comment");
    // Another session of hers is hers as well.
    await sendPlainly(url, await cookieOf(ada), fields, { body: words });
    expect(await db().comment.count({ where: { authorId: ada.id, body: words } })).toBe(1);
  });
});

describe("a form that does not say whom it was drawn for, or says it without the desk's proof", () => {
  const forged = (id: string) => [undefined, "", id, `${id}.`, `${id}.AAAA`, `${id}.${"A".repeat(43)}`];

  it("does nothing, and tells no name", async () => {
    const { ada, minh, reference } = await pairOf("customers");
    const url = `${desk.url}/requests/${reference}`;
    const cookie = await cookieOf(minh);
    const fields = fieldsIn(await (await readPlainly(url, cookie)).text(), "comment");
    const before = await state();
    for (const person of [minh.id, ada.id])
      for (const proof of forged(person)) {
        const others = fields.filter(([name]) => name !== "openedBy");
        const sent = proof === undefined ? others : [...others, ["openedBy", proof] as [string, string]];
        const { html } = await sendPlainly(url, cookie, sent, { body: words });
        expect(wordsIn(html)).toContain("This page is out of date. Nothing was done");
        expect(html).toContain(words);
      }
    expect(await state()).toEqual(before);
  });
});

describe("a form of somebody who is nobody any more", () => {
  it("does nothing, and its words are kept for its writer", async () => {
    const { ada, reference } = await pairOf("customers");
    const url = `${desk.url}/requests/${reference}`;
    const fields = fieldsIn(await (await readPlainly(url, await cookieOf(ada))).text(), "comment");
    const before = await state();
    const { location } = await sendPlainly(url, "", fields, { body: words });
    expect(location).toMatch(/\/sign-in\?next=.*&kept=1$/);
    expect({ ...(await state()), drafts: 0 }).toEqual({ ...before, drafts: 0 });
    expect((await draftOf(ada, `/requests/${reference}#comment`))?.fields).toMatchObject({
      body: words,
    });
  });
});

describe("what acts on a cookie without being a form of React's", () => {
  const post = (path: string, cookie: string, body: BodyInit, type?: string) =>
    fetch(desk.url + path, {
      method: "POST",
      body,
      redirect: "manual",
      headers: {
        cookie,
        origin: desk.url,
        "sec-fetch-site": "same-origin",
        ...(type && { "content-type": type }),
      },
    });

  it("refuses another's draft, another's file, and starts no other's form afresh", async () => {
    const { ada, minh, reference } = await pairOf("customers");
    const [adas, minhs] = [await cookieOf(ada), await cookieOf(minh)];
    const place = `/requests/${reference}#comment`;
    const save = (person: PersonActor, cookie: string) =>
      post(
        "/api/drafts",
        cookie,
        JSON.stringify({ person: person.id, place, fields: { body: words } }),
        "application/json",
      );
    expect((await save(minh, minhs)).status).toBe(204);
    expect((await save(ada, minhs)).status).toBe(403);
    expect(await draftOf(ada, place)).toBeNull();

    const file = `/api/files?${new URLSearchParams({ person: ada.id, place, field: "files" })}`;
    expect((await post(file, minhs, "words")).status).toBe(403);

    const afresh = (person: string, cookie: string) => {
      const body = new FormData();
      body.set("place", place);
      body.set("person", person);
      return post("/api/drafts/afresh", cookie, body);
    };
    await afresh(ada.id, minhs);
    expect((await draftOf(minh, place))?.fields).toMatchObject({ body: words });
    await save(ada, adas);
    await afresh(minh.id, minhs);
    expect(await draftOf(minh, place)).toBeNull();
    expect((await draftOf(ada, place))?.fields).toMatchObject({ body: words });
  });
});

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/drafts/drafts";
import { placeOfForm } from "@/lib/drafts/places";
import { anAttackedDesk, complaintsOf, ownHeaders } from "../support/attacked";
import { aCustomer, run } from "../support/factories";
import { aHelpArticle } from "../support/help";
import { fieldsIn, readPlainly, sendPlainly } from "../support/plain-forms";
import { cookieOf } from "../support/raise-by-post";
import { send } from "../support/wire";

const desk = anAttackedDesk({ LIMIT_MAILS_PER_NETWORK: "1", LIMIT_SEARCHES_PER_MINUTE: "3" });
const place = placeOfForm("/catalog/other-manual-request", "raise");

const offered = (q: string, cookie: string) =>
  send(desk().url, { path: `/api/help?q=${encodeURIComponent(q)}`, headers: { cookie } });

async function leave(fields: Record<string, string>, cookie: string, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields).toString();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return send(desk().url, {
    path: "/api/help/answered",
    body,
    headers: { ...ownHeaders(desk(), cookie), ...type, ...headers },
  });
}

it("pages that are not published are offered to nobody, and none to strangers, within a limit per person", async () => {
  const word = `kw${randomUUID().slice(0, 8)}`;
  await aHelpArticle({ title: `Secret ${word}` }, false);
  const shown = await aHelpArticle({ title: `Open ${word}` });
  expect((await offered(word, "")).status).toBe(401);
  const cookie = await cookieOf(await aCustomer());
  const { status, text } = await offered(word, cookie);
  expect(status).toBe(200);
  expect(text).toContain(shown.slug);
  expect(text).not.toContain("Secret");
  expect((await offered("\0", cookie)).status).toBe(400);
  expect((await offered("x".repeat(2_001), cookie)).status).toBe(400);
  for (let more = 0; more < 2; more++) await offered(word, cookie);
  const over = await offered(word, cookie);
  expect([over.status, over.headers["retry-after"]]).toEqual([429, expect.any(String)]);
  expect((await offered(word, await cookieOf(await aCustomer()))).status).toBe(200);
});

it("a form is left, and its draft thrown away, by nobody but whose it is, and from no other site", async () => {
  const { slug } = await aHelpArticle();
  const person = await aCustomer();
  await run(person, act => saveDraft(act, { place, fields: { summary: "Mine" } }));
  const fields = { person: person.id, place, page: `${slug}.en`, draft: "discard" };
  const counted = () => db().helpFeedback.count({ where: { article: { slug } } });
  const kept = () => db().draft.count({ where: { personId: person.id } });

  expect((await leave(fields, "")).headers.location).toBe("/sign-in?next=/");
  expect((await leave(fields, await cookieOf(await aCustomer()))).headers.location).toBe("/");
  const cookie = await cookieOf(person);
  const foreign = { origin: "https://evil.test", "sec-fetch-site": "cross-site" };
  expect((await leave(fields, cookie, foreign)).status).toBe(403);
  expect([await counted(), await kept()]).toEqual([0, 1]);
  // A page that is gone stops nobody from leaving.
  const gone = { ...fields, page: "nowhere.en", draft: "keep" };
  expect((await leave(gone, cookie)).headers.location).toBe("/?answered=kept");
  expect([await counted(), await kept()]).toEqual([0, 1]);
  expect((await leave(fields, cookie)).headers.location).toBe("/?answered=discarded");
  expect([await counted(), await kept()]).toEqual([1, 0]);
});

it("a stranger who sends answers without end is stopped, and told to wait", async () => {
  const { slug } = await aHelpArticle();
  const url = `${desk().url}/help/${slug}`;
  const fields = fieldsIn(await (await readPlainly(url, "")).text(), "say");
  const answers: string[] = [];
  // Without the cookie, each is another visitor.
  for (let times = 0; times < 7; times++)
    answers.push((await sendPlainly(url, "", fields, { isAnswered: "yes", words: "Again." })).location);
  expect(answers.filter(Boolean)).toHaveLength(5);
  expect(await db().helpFeedback.count({ where: { article: { slug } } })).toBe(5);
  expect(await db().event.count({ where: { type: { startsWith: "help_words" } } })).toBe(0);
});

it("none of this makes the desk complain", () => expect(complaintsOf(desk())).toEqual([]));

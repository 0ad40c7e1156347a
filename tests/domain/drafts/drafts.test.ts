import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { actorOfExpiredSession, endSession, openSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { before, days, later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { draftLimits, dropDraft, saveDraft } from "@/lib/drafts/drafts";
import { isPlace, pageOfPlace, placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { draftForm, ownDraft } from "@/lib/entry/draft-forms";
import { sweep } from "@/lib/entry/jobs";
import { aCustomer, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const place = "/requests/LDG-1042#comment";

function save(by: PersonActor, fields: Record<string, string | string[]>, where = place, at = now()) {
  return run(by, act => saveDraft(act, { place: where, fields }), at);
}
const names = ["body", "summary", "shareWith", "answers.details", "answers.tick"];
const keptFor = async (person: PersonActor, where = place) =>
  (await readUnsent(person, where, names)).draft.kept?.fields;

describe("a draft", () => {
  it("is there again for whoever typed it, in that place, and for nobody else", async () => {
    const [one, other] = [await aCustomer(), await aCustomer()];
    await save(one, { body: "Half a thought" });
    expect(await keptFor(one)).toEqual({ body: "Half a thought" });
    expect(await keptFor(one, "/requests/LDG-1043#comment")).toBeUndefined();
    expect(await keptFor(other)).toBeUndefined();
  });

  it("has its place on any page of the desk, with the query that the page is opened with", () => {
    for (const page of [
      "/requests/IT2-7",
      "/agent/requests/LDG-1042",
      "/requests/LDG-1042/correct",
      "/requests/LDG-1042?edit=57",
      "/catalog/other-manual-request?follows=IT2-7",
      "/a/page-of-tomorrow",
    ]) {
      const place = placeOfForm(page, "move-kill");
      expect(isPlace(place), place).toBe(true);
      expect(pageOfPlace(place)).toBe(page);
    }
  });

  it("has no place at an address that is longer than any of the desk, or leads elsewhere", () => {
    for (const place of [
      `/${"a".repeat(200)}#comment`,
      "//evil.test#x",
      "/a/../b#x",
      "/a",
      "#x",
      "/a?b=c&d=e#x",
    ])
      expect(isPlace(place), place).toBe(false);
  });

  it("is what was typed last", async () => {
    const person = await aCustomer();
    await save(person, { body: "First" });
    await save(person, { body: "Then" });
    expect(await keptFor(person)).toEqual({ body: "Then" });
  });

  it("is gone when the form is emptied, whatever else is chosen in it", async () => {
    const person = await aCustomer();
    await save(person, { body: "Something", afterResolved: "keep" });
    await save(person, { body: "  ", afterResolved: "keep" });
    expect(await db().draft.count({ where: { personId: person.id } })).toBe(0);
  });

  it("gives back the fields that its form keeps, and never holds a password", async () => {
    const person = await aCustomer();
    await save(
      person,
      {
        summary: "S",
        "answers.details": "D\0",
        "answers.tick": ["a", "b"],
        newPassword: "canary-secret",
        submissionKey: "y",
        "not a name": "z",
      },
      "/catalog/feature-request#raise",
    );
    expect(await keptFor(person, "/catalog/feature-request#raise")).toEqual({
      summary: "S",
      "answers.details": "D",
      "answers.tick": ["a", "b"],
    });
    const stored = await db().draft.findMany({ where: { personId: person.id }, select: { fields: true } });
    expect(JSON.stringify(stored)).not.toMatch(/canary-secret|not a name/);
  });

  it("leaves out what the form no longer asks", async () => {
    const person = await aCustomer();
    await save(person, { summary: "S", "answers.gone": "G" }, "/catalog/feature-request#raise");
    const { draft } = await readUnsent(person, "/catalog/feature-request#raise", ["summary"]);
    expect(draft.kept?.fields).toEqual({ summary: "S" });
    const other = await readUnsent(person, "/catalog/feature-request#raise", ["answers.new"]);
    expect(other.draft.kept).toBeNull();
  });

  it("goes with the action that sends it, and stays when that fails", async () => {
    const person = await aCustomer();
    await save(person, { body: "Kept" });
    const failing = run(person, async act => {
      await dropDraft(act, place);
      throw new Error("the light went out");
    });
    await expect(failing).rejects.toThrow("the light went out");
    expect(await keptFor(person)).toEqual({ body: "Kept" });
    await run(person, act => dropDraft(act, place));
    expect(await keptFor(person)).toBeUndefined();
  });

  it("gives way to newer ones when there are too many, and to time after ninety days", async () => {
    const person = await aCustomer();
    const start = before(now(), days(89));
    for (let count = 0; count <= draftLimits.drafts; count++)
      await save(
        person,
        { body: "x" },
        `/requests/LDG-${1000 + count}#comment`,
        later(start, minutes(count)),
      );
    expect(await db().draft.count({ where: { personId: person.id } })).toBe(draftLimits.drafts);
    expect(await keptFor(person, "/requests/LDG-1000#comment")).toBeUndefined();
    await sweep(later(start, days(90) + minutes(50.5)));
    expect(await keptFor(person, "/requests/LDG-1050#comment")).toBeUndefined();
    expect(await keptFor(person, "/requests/LDG-1051#comment")).toBeDefined();
  });

  it("keeps whom a request is to be shared with", async () => {
    const person = await aCustomer();
    await save(person, { summary: "Keys", shareWith: "ada@acme.example" }, "/catalog/feature-request#raise");
    const kept = await keptFor(person, "/catalog/feature-request#raise");
    expect(kept).toEqual({ summary: "Keys", shareWith: "ada@acme.example" });
  });

  it("keeps words that are too many for their field, for somebody to shorten", async () => {
    const [person, words] = [await aCustomer(), "x".repeat(150_000)];
    await save(person, { body: words });
    expect(await keptFor(person)).toEqual({ body: words });
  });

  it("is refused from a page that was drawn for somebody else, and from nobody", async () => {
    const [one, other] = [await aCustomer(), await aCustomer()];
    const input = { place, fields: { body: "Mine" } };
    await expectRefusal(
      Promise.resolve().then(() => ownDraft(other, { person: one.id, ...input })),
      "forbidden",
    );
    expect(ownDraft(one, { person: one.id, ...input })).toEqual(input);
    await expectRefusal(
      run(operator, act => saveDraft(act, input)),
      "forbidden",
    );
    expect(await keptFor(one)).toBeUndefined();
    expect(await keptFor(other)).toBeUndefined();
  });
});

describe("what is sent as a draft", () => {
  const accepts = (change: object) =>
    draftForm.safeParse({ person: randomUUID(), place, fields: { body: "x" }, ...change }).success;

  it("is taken as the forms send it", () => expect(accepts({})).toBe(true));

  it.each([
    ["another person's id that is none", { person: "me" }],
    ["a place without a form", { place: "/requests/LDG-1042" }],
    ["a place without a page", { place: "#comment" }],
    ["a place as an earlier release named it", { place: "comment:LDG-1042" }],
    ["a place on another desk", { place: "//evil.test#comment" }],
    ["a place in another scheme", { place: "https://evil.test/#comment" }],
    ["a place with dots in it", { place: "/catalog/../settings#comment" }],
    ["a place with a backslash in it", { place: "/\\evil#comment" }],
    ["a place with two queries", { place: "/requests/LDG-1?edit=1&next=2#comment" }],
    ["a place that is too long", { place: `/${"a".repeat(200)}#comment` }],
    ["a text that is too long", { fields: { body: "x".repeat(draftLimits.characters + 1) } }],
    ["a value that is no text", { fields: { body: 7 } }],
    [
      "too much in all",
      { fields: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`a${at}`, "x".repeat(20_000)])) },
    ],
    ["anything besides", { more: 1 }],
  ])("is refused with %s", (_, change) => expect(accepts(change)).toBe(false));

  it("leads back to the page of its form and nowhere else", () => {
    expect(pageOfPlace("/requests/LDG-1042?edit=57#edit")).toBe("/requests/LDG-1042?edit=57");
    for (const place of ["//evil.test#comment", "/\\evil.test#comment", "raise://evil.test", "/settings"])
      expect(pageOfPlace(place), place).toBe("/");
  });
});

describe("a session that has run out", () => {
  it("still tells whose it was for a day, but not once it was ended or its person suspended", async () => {
    const person = await aCustomer();
    const id = await run(operator, act => openSession(act, person.id));
    const whose = async (at: Date) => (await actorOfExpiredSession(id, at))?.id;
    const { expiresAt } = await db().session.findUniqueOrThrow({
      where: { id },
      select: { expiresAt: true },
    });
    expect(await whose(before(expiresAt, minutes(1)))).toBeUndefined();
    expect(await whose(later(expiresAt, minutes(1)))).toBe(person.id);
    expect(await whose(later(expiresAt, days(1)))).toBeUndefined();
    await db().person.update({
      where: { id: person.id },
      data: { suspendedAt: now() },
      select: { id: true },
    });
    expect(await whose(later(expiresAt, minutes(1)))).toBeUndefined();
    await db().person.update({ where: { id: person.id }, data: { suspendedAt: null }, select: { id: true } });
    await run(operator, act => endSession(act, id));
    expect(await whose(later(expiresAt, minutes(1)))).toBeUndefined();
  });
});

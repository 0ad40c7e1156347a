import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { actorOfExpiredSession, endSession, openSession } from "@/lib/accounts/sessions";
import { type PersonActor, system } from "@/lib/actor";
import { before, days, later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { draftInput, draftLimits, dropDraft, readDraft, saveDraft } from "@/lib/drafts/drafts";
import { isPlace, pageOfPlace } from "@/lib/drafts/places";
import { sweep } from "@/lib/entry/jobs";
import { aCustomer, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const place = "comment:LDG-1042";

function save(by: PersonActor, fields: Record<string, string | string[]>, where = place, at = now()) {
  return run(by, act => saveDraft(act, { person: by.id, place: where, fields }), at);
}
const keptFor = async (person: PersonActor, where = place) => (await readDraft(person, where)).kept?.fields;

describe("a draft", () => {
  it("is there again for whoever typed it, in that place, and for nobody else", async () => {
    const [one, other] = [await aCustomer(), await aCustomer()];
    await save(one, { body: "Half a thought" });
    expect(await keptFor(one)).toEqual({ body: "Half a thought" });
    expect(await keptFor(one, "comment:LDG-1043")).toBeUndefined();
    expect(await keptFor(other)).toBeUndefined();
  });

  it("has its place on a desk whose references begin with letters and digits", () => {
    for (const reference of ["IT2-7", "LDG-1042", "A1234567890-1"])
      expect(isPlace(`comment:${reference}`), reference).toBe(!reference.startsWith("A"));
    expect(isPlace("raise:other-manual-request+IT2-7")).toBe(true);
    expect(isPlace("edit:IT2-7+12")).toBe(true);
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

  it("keeps the fields of its form and nothing technical or secret", async () => {
    const person = await aCustomer();
    await save(
      person,
      {
        summary: "S",
        "answers.details": "D\0",
        "answers.tick": ["a", "b"],
        password: "x",
        submissionKey: "y",
      },
      "raise:feature-request",
    );
    expect(await keptFor(person, "raise:feature-request")).toEqual({
      summary: "S",
      "answers.details": "D",
      "answers.tick": ["a", "b"],
    });
  });

  it("leaves out what the form no longer asks", async () => {
    const person = await aCustomer();
    await save(person, { summary: "S", "answers.gone": "G" }, "raise:feature-request");
    const { kept } = await readDraft(person, "raise:feature-request", ["summary"]);
    expect(kept?.fields).toEqual({ summary: "S" });
    expect((await readDraft(person, "raise:feature-request", ["answers.new"])).kept).toBeNull();
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
      await save(person, { body: "x" }, `comment:LDG-${1000 + count}`, later(start, minutes(count)));
    expect(await db().draft.count({ where: { personId: person.id } })).toBe(draftLimits.drafts);
    expect(await keptFor(person, "comment:LDG-1000")).toBeUndefined();
    await sweep(later(start, days(90) + minutes(50.5)));
    expect(await keptFor(person, "comment:LDG-1050")).toBeUndefined();
    expect(await keptFor(person, "comment:LDG-1051")).toBeDefined();
  });

  it("keeps whom a request is to be shared with", async () => {
    const person = await aCustomer();
    await save(person, { summary: "Keys", shareWith: "ada@acme.example" }, "raise:feature-request");
    const kept = await keptFor(person, "raise:feature-request");
    expect(kept).toEqual({ summary: "Keys", shareWith: "ada@acme.example" });
  });

  it("keeps words that are too many for their field, for somebody to shorten", async () => {
    const [person, words] = [await aCustomer(), "x".repeat(150_000)];
    await save(person, { body: words });
    expect(await keptFor(person)).toEqual({ body: words });
  });

  it("is refused from a page that was drawn for somebody else, and from nobody", async () => {
    const [one, other] = [await aCustomer(), await aCustomer()];
    const input = { person: one.id, place, fields: { body: "Mine" } };
    await expectRefusal(
      run(other, act => saveDraft(act, input)),
      "forbidden",
    );
    await expectRefusal(
      run(system, act => saveDraft(act, input)),
      "forbidden",
    );
    expect(await keptFor(one)).toBeUndefined();
    expect(await keptFor(other)).toBeUndefined();
  });
});

describe("what is sent as a draft", () => {
  const accepts = (change: object) =>
    draftInput.safeParse({ person: randomUUID(), place, fields: { body: "x" }, ...change }).success;

  it("is taken as the forms send it", () => expect(accepts({})).toBe(true));

  it.each([
    ["another person's id that is none", { person: "me" }],
    ["an unknown place", { place: "password:LDG-1042" }],
    ["a place of Object's own", { place: "constructor:LDG-1042" }],
    ["a place with a path in it", { place: "raise:../../settings" }],
    ["a reference that is none", { place: "comment:LDG-0" }],
    ["a text that is too long", { fields: { body: "x".repeat(draftLimits.characters + 1) } }],
    ["a value that is no text", { fields: { body: 7 } }],
    [
      "too much in all",
      { fields: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`a${at}`, "x".repeat(20_000)])) },
    ],
    ["anything besides", { more: 1 }],
  ])("is refused with %s", (_, change) => expect(accepts(change)).toBe(false));

  it("leads back to the page of its form and nowhere else", () => {
    expect(pageOfPlace("comment:LDG-1042")).toBe("/requests/LDG-1042");
    expect(pageOfPlace("correct:LDG-1042")).toBe("/requests/LDG-1042/correct");
    expect(pageOfPlace("kill:LDG-1042")).toBe("/requests/LDG-1042");
    expect(pageOfPlace("edit:LDG-1042+57")).toBe("/requests/LDG-1042?edit=57");
    expect(pageOfPlace("answer:LDG-1042")).toBe("/agent/requests/LDG-1042");
    expect(pageOfPlace("raise:feature-request+LDG-7")).toBe("/catalog/feature-request?follows=LDG-7");
    expect(pageOfPlace("raise://evil.test")).toBe("/");
  });
});

describe("a session that has run out", () => {
  it("still tells whose it was for a day, but not once it was ended or its person suspended", async () => {
    const person = await aCustomer();
    const id = await run(system, act => openSession(act, person.id));
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
    await run(system, act => endSession(act, id));
    expect(await whose(later(expiresAt, minutes(1)))).toBeUndefined();
  });
});

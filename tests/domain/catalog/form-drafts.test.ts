import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import type { Field } from "@/lib/catalog/fields";
import { discardForm, publishForm, saveForm } from "@/lib/catalog/form-drafts";
import { readFormPage } from "@/lib/catalog/form-page";
import { listCatalog, readType } from "@/lib/catalog/overview";
import { readForm, readFormVersion } from "@/lib/catalog/queries";
import { setPriorityRule } from "@/lib/catalog/rule";
import { db } from "@/lib/db";
import { submitRequest } from "@/lib/requests/submit";
import { aType } from "../../support/catalog";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

let admin: PersonActor;
let other: PersonActor;
beforeAll(async () => {
  [admin, other] = [await anAdmin(), await anAdmin()];
});

const details: Field = { key: "details", kind: "long_text", label: "How can we help?", required: true };
const bike: Field = {
  key: "bike",
  kind: "single_choice",
  label: "Which bike?",
  options: [
    { value: "city", label: "City bike" },
    { value: "race", label: "Race bike" },
  ],
};

const save = (slug: string, version: number, fields: Field[], by = admin) =>
  run(by, act => saveForm(act, { slug, version, fields }));

async function publish(slug: string, acceptsLoss = false, by = admin): Promise<void> {
  const { draft, formVersionId } = await readFormPage(admin, slug);
  const version = draft?.version ?? 0;
  await run(by, act => publishForm(act, { slug, version, formVersionId, acceptsLoss }));
}

const eventsOf = async (slug: string) => {
  const { id } = await db().requestType.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const rows = await db().event.findMany({
    where: { data: { path: ["typeId"], equals: id }, type: { startsWith: "form_" } },
    orderBy: { id: "asc" },
    select: { type: true },
  });
  return rows.map(({ type }) => type);
};

describe("the draft of a form", () => {
  it("stays beside the published form until it becomes its next version, and requests keep theirs", async () => {
    const slug = await aType();
    const before = await aRequest({ type: slug, answers: { details: "It squeaks." } });
    await save(slug, 0, [details, bike]);
    await save(slug, 1, [bike, { ...details, label: "What is wrong?" }]);
    expect((await readForm(slug))?.fields).toEqual([details]);
    expect(await readType(admin, slug)).toMatchObject({ hasFormDraft: true, formVersion: 1 });
    const listed = (await listCatalog(admin)).flatMap(({ types }) => types);
    expect(listed.find(type => type.slug === slug)).toMatchObject({ hasFormDraft: true });
    expect(await readFormPage(admin, slug)).toMatchObject({
      ...{
        published: [details],
        used: { details: { kind: "long_text", agentsOnly: false } },
        lessensRule: false,
      },
      draft: { version: 2, basedOn: 1, fields: [bike, { ...details, label: "What is wrong?" }] },
    });
    await publish(slug);
    expect(await readType(admin, slug)).toMatchObject({ hasFormDraft: false, formVersion: 2 });
    expect((await readForm(slug))?.fields.map(({ label }) => label)).toEqual([
      "Which bike?",
      "What is wrong?",
    ]);
    const { formVersionId } = await rowOf(before);
    expect(await readFormVersion(formVersionId)).toEqual([details]);
    const after = await aRequest({ type: slug, answers: { details: "Flat.", bike: "race" } });
    expect((await rowOf(after)).formVersionId).not.toBe(formVersionId);
    expect(await eventsOf(slug)).toEqual(["form_draft_begun", "form_published"]);
  });

  it("takes answers to the form that a customer has open, after it was replaced", async () => {
    const slug = await aType();
    const open = await readForm(slug);
    await save(slug, 0, [bike]);
    await publish(slug);
    const input = { formVersionId: open?.formVersionId ?? "", submissionKey: randomUUID(), summary: "Flat" };
    const customer = await aCustomer();
    const { reference } = await run(customer, act =>
      submitRequest(act, { ...input, answers: { details: "Since today." } }),
    );
    expect((await rowOf(reference)).formVersionId).toBe(open?.formVersionId);
  });

  it("is one for all admins: who saves late is told, and can replace what is there", async () => {
    const slug = await aType();
    await save(slug, 0, [bike]);
    const late = await expectRefusal(save(slug, 0, [details, bike], other), "conflict", /changed this draft/);
    expect(late.corrections).toEqual({ version: 1 });
    await save(slug, 1, [details, bike], other);
    // The same once more, because the answer to the first was lost.
    await save(slug, 1, [details, bike], other);
    expect((await readFormPage(admin, slug)).draft?.version).toBe(2);
    const races = await Promise.allSettled([save(slug, 2, [bike], admin), save(slug, 2, [details], other)]);
    expect(races.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });

  it("is not published unread: neither what another admin has changed, nor over a newer version", async () => {
    const slug = await aType();
    await save(slug, 0, [details, bike]);
    const seen = await readFormPage(admin, slug);
    await save(slug, 1, [bike], other);
    const stale = { slug, version: 1, formVersionId: seen.formVersionId, acceptsLoss: false };
    await expectRefusal(
      run(admin, act => publishForm(act, stale)),
      "conflict",
      /Reload the page/,
    );
    await save(slug, 2, [details, bike]);
    await publish(slug);
    await save(slug, 0, [details]);
    await expectRefusal(
      run(admin, act => publishForm(act, { ...stale, version: 1 })),
      "conflict",
      /Reload the page/,
    );
    await publish(slug, false, other);
    await expectRefusal(save(slug, 1, [bike]), "conflict", /published or discarded/);
    await expectRefusal(
      run(admin, act => discardForm(act, { slug, version: 1 })),
      "conflict",
    );
  });

  it("can be thrown away", async () => {
    const slug = await aType();
    await save(slug, 0, [bike]);
    await expectRefusal(
      run(other, act => discardForm(act, { slug, version: 2 })),
      "conflict",
    );
    await run(admin, act => discardForm(act, { slug, version: 1 }));
    expect((await readFormPage(admin, slug)).draft).toBeNull();
    expect((await readForm(slug))?.fields).toEqual([details]);
    expect(await eventsOf(slug)).toEqual(["form_draft_begun", "form_draft_discarded"]);
  });

  it("is published only if it is fit and asks something new", async () => {
    const slug = await aType();
    await save(slug, 0, [details]);
    await expectRefusal(publish(slug), "invalid", /nothing to publish/);
    const unfit: Field[][] = [
      [details, { key: "bike", kind: "text", label: "" }],
      [details, { key: "code", kind: "text", label: "Code", pattern: "(?=a)b" }],
      [{ ...bike, options: [] }],
      // Requests have answers of another kind under this key.
      [{ key: "details", kind: "number", label: "How many?" }],
    ];
    for (const [index, fields] of unfit.entries()) {
      await save(slug, index + 1, fields);
      const isUsed = index === unfit.length - 1;
      const sentence = isUsed
        ? /“details” has asked something of another kind/
        : /One question needs a change/;
      await expectRefusal(publish(slug), "invalid", sentence);
    }
  });

  it("takes its part of the priority rule along, and loses none of it without being told to", async () => {
    const slug = await aType();
    await save(slug, 0, [details, bike]);
    await publish(slug);
    const { formVersionId } = await readType(admin, slug);
    const rule = { field: "bike", priorities: { race: "high" as const, city: "low" as const } };
    await run(admin, act => setPriorityRule(act, { slug, formVersionId, rule }));
    await save(slug, 0, [bike, details]);
    await publish(slug);
    expect((await readType(admin, slug)).priorityRule).toEqual(rule);
    await save(slug, 0, [{ ...bike, options: [{ value: "city", label: "City" }] } as Field, details]);
    expect(await readFormPage(admin, slug)).toMatchObject({ lessensRule: true });
    expect((await expectRefusal(publish(slug), "invalid")).fields).toHaveProperty("acceptsLoss");
    await publish(slug, true);
    expect((await readType(admin, slug)).priorityRule).toEqual({
      field: "bike",
      priorities: { city: "low" },
    });
    await save(slug, 0, [details]);
    await publish(slug, true);
    expect((await readType(admin, slug)).priorityRule).toBeNull();
  });

  it("offers no choice that is retired, and takes none", async () => {
    const slug = await aType();
    const options = [
      { value: "city", label: "City bike" },
      { value: "race", label: "Race bike", retired: true },
    ];
    await save(slug, 0, [details, { ...bike, options } as Field]);
    await publish(slug);
    const answers = { details: "Flat.", bike: "race" };
    await expect(aRequest({ type: slug, answers })).rejects.toThrow();
    expect(await aRequest({ type: slug, answers: { ...answers, bike: "city" } })).toMatch(/\d/);
  });

  it("is kept by admins alone", async () => {
    const slug = await aType();
    await save(slug, 0, [bike]);
    const { formVersionId } = await readFormPage(admin, slug);
    for (const person of [await anAgent(), await aCustomer()])
      for (const command of [
        () => save(slug, 1, [details], person),
        () => run(person, act => discardForm(act, { slug, version: 1 })),
        () => run(person, act => publishForm(act, { slug, version: 1, formVersionId, acceptsLoss: false })),
        () => readFormPage(person, slug),
      ])
        await expectRefusal(command(), "not_found");
    await expectRefusal(save("none", 0, [bike]), "not_found");
    await expectRefusal(readFormPage(admin, "none"), "not_found");
  });
});

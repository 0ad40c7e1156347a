import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { stranger } from "@/lib/catalog/audience";
import { addCategory, archiveCategory, describeCategory } from "@/lib/catalog/categories";
import { addTypeInput, describeTypeInput, type RuleInput } from "@/lib/catalog/input";
import { listTypes } from "@/lib/catalog/offered";
import { moveCategory, moveType } from "@/lib/catalog/order";
import { listCatalog, readCategory, readType } from "@/lib/catalog/overview";
import { readCatalog, readForm } from "@/lib/catalog/queries";
import { setPriorityRule } from "@/lib/catalog/rule";
import { addType, archiveType, chooseFallback, describeType, publishType } from "@/lib/catalog/types";
import { db } from "@/lib/db";
import type { EventType } from "@/lib/events/types";
import { submitRequest } from "@/lib/requests/submit";
import { setTeamOfType } from "@/lib/teams/types";
import { aCategory, aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

let admin: PersonActor;

// The order of the whole catalog is what is tested, so no other test may change it.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("catalog") });
  admin = await anAdmin();
});

const newest = async (type: EventType) =>
  db().event.findFirstOrThrow({
    where: { type },
    orderBy: { id: "desc" },
    select: { data: true, change: { select: { values: true } } },
  });

const offered = async () =>
  (await readCatalog(stranger)).flatMap(({ types }) => types.map(({ slug }) => slug));

describe("a request type", () => {
  it("begins as a draft that nobody is offered, with a form, and keeps its slug", async () => {
    const slug = await aType({ name: "Größe ändern", isDraft: true });
    expect(slug).toBe("grosse-andern");
    expect(await offered()).not.toContain(slug);
    expect(await readForm(slug)).toBeNull();
    expect((await listTypes()).map(({ value }) => value)).not.toContain(slug);
    const { version, fields } = await readType(admin, slug);
    expect(fields).toMatchObject([{ key: "details", kind: "long_text", required: true }]);
    await run(admin, act => publishType(act, { slug, version }));
    expect(await offered()).toContain(slug);
    const words = {
      name: "Resize",
      description: "Larger or smaller",
      icon: "tag" as const,
      keywords: "size",
    };
    await run(admin, act => describeType(act, { slug, version, ...words }));
    expect(await readType(admin, slug)).toMatchObject({ ...words, slug, version: version + 1 });
    expect(await newest("type_changed")).toMatchObject({
      change: { values: expect.arrayContaining([{ key: "name", before: "Größe ändern", after: "Resize" }]) },
    });
    expect(await aType({ name: "Größe ändern", isDraft: true })).toBe("grosse-andern-2");
  });

  it("takes no more requests once it is archived, and those that it has stay", async () => {
    const slug = await aType();
    const form = await readForm(slug);
    const reference = await aRequest({ type: slug });
    await run(admin, act => archiveType(act, { slug, isArchived: true }));
    expect(await offered()).not.toContain(slug);
    // Agents filter by it, because there are requests of it.
    expect((await listTypes()).map(({ value }) => value)).toContain(slug);
    const customer = await aCustomer();
    const again = { formVersionId: form?.formVersionId ?? "", submissionKey: randomUUID(), summary: "Late" };
    await expectRefusal(
      run(customer, act => submitRequest(act, { ...again, answers: { details: "x" } })),
      "not_found",
    );
    expect((await rowOf(reference)).status).toBe("waiting_for_support");
    await run(admin, act => archiveType(act, { slug, isArchived: false }));
    expect(await offered()).toContain(slug);
  });

  it("goes with its category when that is archived, and comes back with it", async () => {
    const category = await aCategory();
    const slug = await aType({ category });
    await run(admin, act => archiveCategory(act, { slug: category, isArchived: true }));
    expect(await offered()).not.toContain(slug);
    await expectRefusal(
      run(admin, act => addType(act, { category, name: "Late", question: "?" })),
      "conflict",
    );
    await run(admin, act => archiveCategory(act, { slug: category, isArchived: false }));
    expect(await offered()).toContain(slug);
  });

  it("is told from others by its name, and so is a category", async () => {
    const name = `Unlike ${randomUUID()}`;
    const slug = await aType({ name });
    const other = await aType();
    const { version } = await readType(admin, other);
    const words = { description: "", icon: "tag" as const, keywords: "" };
    const doubled = { slug: other, version, ...words, name: name.toUpperCase() };
    const { fields } = await expectRefusal(
      run(admin, act => describeType(act, doubled)),
      "invalid",
    );
    expect(fields).toHaveProperty("name");
    await expectRefusal(aType({ name }), "invalid");
    const category = await aCategory(`Kind ${slug}`);
    await expectRefusal(aCategory(`kind ${slug}`), "invalid");
    expect(await readCategory(admin, category)).toMatchObject({ name: `Kind ${slug}` });
  });

  it("is offered when nothing else fits, one at a time, and then cannot go", async () => {
    const [slug, draft] = [await aType(), await aType({ isDraft: true })];
    await expectRefusal(
      run(admin, act => chooseFallback(act, { slug: draft })),
      "conflict",
    );
    await run(admin, act => chooseFallback(act, { slug }));
    const fallbacks = (await listCatalog(admin)).flatMap(({ types }) => types.filter(one => one.isFallback));
    expect(fallbacks.map(one => one.slug)).toEqual([slug]);
    await expectRefusal(
      run(admin, act => archiveType(act, { slug, isArchived: true })),
      "conflict",
    );
    const { category } = await readType(admin, slug);
    await expectRefusal(
      run(admin, act => archiveCategory(act, { slug: category.slug, isArchived: true })),
      "conflict",
    );
    await run(admin, act => chooseFallback(act, { slug: "other-manual-request" }));
  });

  it("goes to a team, unless somebody else has chosen another since", async () => {
    const [slug, team, other] = [await aType(), await aTeam(), await aTeam()];
    await run(admin, act => setTeamOfType(act, { slug, from: null, to: team }));
    expect((await readType(admin, slug)).team).toBe(team);
    const late = run(admin, act => setTeamOfType(act, { slug, from: null, to: other }));
    expect((await expectRefusal(late, "conflict")).fields).toHaveProperty("team");
    await expectRefusal(
      run(admin, act => setTeamOfType(act, { slug, from: team, to: "none" })),
      "invalid",
    );
    await run(admin, act => setTeamOfType(act, { slug, from: team, to: null }));
    expect((await readType(admin, slug)).team).toBeNull();
  });

  it("has a rule of priority with a new version of its form, which requests of before keep", async () => {
    const slug = "report-a-problem-with-amtl3";
    const answers = { impact: "it_is_only_a_flaw", details: "It blinks." };
    const before = await aRequest({ type: slug, answers });
    const { formVersionId, formVersion, fields } = await readType(admin, slug);
    const rule = { field: "impact", priorities: { it_is_only_a_flaw: "high" as const } };
    await run(admin, act => setPriorityRule(act, { slug, formVersionId, rule }));
    const changed = await readType(admin, slug);
    expect(changed).toMatchObject({ formVersion: formVersion + 1, fields, priorityRule: rule });
    expect((await rowOf(await aRequest({ type: slug, answers }))).priority).toBe("high");
    expect((await rowOf(before)).priority).toBe("low");
    await expectRefusal(
      run(admin, act => setPriorityRule(act, { slug, formVersionId, rule: null })),
      "conflict",
    );
    const own = { slug, formVersionId: changed.formVersionId };
    const misfits: RuleInput["rule"][] = [
      { field: "details", priorities: {} },
      { field: "impact", priorities: { none: "low" } },
    ];
    for (const wrong of misfits)
      await expectRefusal(
        run(admin, act => setPriorityRule(act, { ...own, rule: wrong })),
        "invalid",
      );
    await run(admin, act => setPriorityRule(act, { ...own, rule: null }));
    expect((await readType(admin, slug)).priorityRule).toBeNull();
  });
});

describe("the catalog", () => {
  it("is kept by admins alone", async () => {
    const [category, slug] = [await aCategory(), await aType()];
    const { version, formVersionId } = await readType(admin, slug);
    const words = { name: "Mine", description: "" };
    for (const person of [await anAgent(), await aCustomer()]) {
      for (const command of [
        () => run(person, act => addCategory(act, words)),
        () => run(person, act => describeCategory(act, { slug: category, version: 1, ...words })),
        () => run(person, act => archiveCategory(act, { slug: category, isArchived: true })),
        () => run(person, act => moveCategory(act, { slug: category, before: null })),
        () => run(person, act => addType(act, { category, name: "Mine", question: "?" })),
        () => run(person, act => describeType(act, { slug, version, ...words, icon: "tag", keywords: "" })),
        () => run(person, act => publishType(act, { slug, version })),
        () => run(person, act => archiveType(act, { slug, isArchived: true })),
        () => run(person, act => moveType(act, { slug, category, before: null })),
        () => run(person, act => chooseFallback(act, { slug })),
        () => run(person, act => setPriorityRule(act, { slug, formVersionId, rule: null })),
        () => run(person, act => setTeamOfType(act, { slug, from: null, to: null })),
        () => listCatalog(person),
        () => readCategory(person, category),
        () => readType(person, slug),
      ])
        await expectRefusal(command(), "not_found");
    }
    for (const missing of [
      () => run(admin, act => archiveType(act, { slug: "none", isArchived: true })),
      () => run(admin, act => archiveCategory(act, { slug: "none", isArchived: true })),
      () => readType(admin, "none"),
      () => readCategory(admin, "none"),
    ])
      await expectRefusal(missing(), "not_found");
  });

  it("takes names of one line, of a certain length, and icons that there are", () => {
    expect(addTypeInput.parse({ category: "a", name: "  Two \n words " }).name).toBe("Two words");
    for (const name of ["", " ", "x".repeat(81)])
      expect(addTypeInput.safeParse({ category: "a", name }).success).toBe(false);
    const type = { slug: "a", version: 1, name: "A", icon: "tag" };
    expect(describeTypeInput.safeParse(type).success).toBe(true);
    expect(describeTypeInput.safeParse({ ...type, icon: "skull" }).success).toBe(false);
    expect(describeTypeInput.safeParse({ ...type, description: "x".repeat(301) }).success).toBe(false);
  });
});

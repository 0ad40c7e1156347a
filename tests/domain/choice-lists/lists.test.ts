import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { findInDesk } from "@/lib/administration/find";
import type { Option } from "@/lib/catalog/choices";
import type { Field } from "@/lib/catalog/fields";
import { saveForm } from "@/lib/catalog/form-drafts";
import { readCatalogVersion } from "@/lib/catalog/kept";
import { archiveType } from "@/lib/catalog/types";
import { addListInput } from "@/lib/choice-lists/input";
import { listLimits } from "@/lib/choice-lists/limits";
import { addList, archiveList, changeList, shiftList, translateList } from "@/lib/choice-lists/lists";
import { listLists, readList } from "@/lib/choice-lists/read";
import { db } from "@/lib/db";
import { addListForm, changeListForm, translateListForm } from "@/lib/entry/choice-list-forms";
import { publishes } from "../../support/agents-questions";
import { aType } from "../../support/catalog";
import { aList, asking, departments, saysOnList } from "../../support/choice-lists";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

let admin: PersonActor;
beforeAll(async () => {
  admin = await anAdmin();
});

const [sales, workshop, office] = departments as [Option, Option, Option];
const entriesOf = async (slug: string) => (await readList(admin, slug)).entries;

/** What has happened to a list, with the changes of each event. */
async function historyOf(slug: string) {
  const { id } = await db().choiceList.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const events = await db().event.findMany({
    where: { data: { path: ["listId"], equals: id } },
    orderBy: { id: "asc" },
    select: { type: true, change: { select: { values: true } } },
  });
  return events.map(({ type, change }) => ({ type, changes: change?.values ?? [] }));
}

const archive = (slug: string, isArchived = true, by = admin) =>
  run(by, act => archiveList(act, { slug, isArchived }));

describe("a list of choices", () => {
  it("is kept with a slug and keys that are given once, and says what was before and after", async () => {
    const { entries } = addListForm.parse({
      name: "x",
      entries: "Head office\n\nBerlin\nHead office\nConstructor",
    });
    expect(entries).toEqual([
      { value: "head_office", label: "Head office" },
      { value: "berlin", label: "Berlin" },
      { value: "constructor_2", label: "Constructor" },
    ]);
    const slug = await aList(departments, "Departments of the works council");
    expect(slug).toBe("departments-of-the-works-council");
    await run(admin, async act =>
      changeList(act, {
        ...{ slug, version: 1, name: "Parts of the firm" },
        entries: [{ ...workshop, label: "Bike workshop" }, sales],
      }),
    );
    expect(await readList(admin, slug)).toMatchObject({
      ...{ slug, name: "Parts of the firm", version: 2 },
      entries: [{ ...workshop, label: "Bike workshop" }, sales, { ...office, retired: true }],
    });
    expect(await historyOf(slug)).toEqual([
      expect.objectContaining({ type: "choice_list_added" }),
      {
        type: "choice_list_changed",
        changes: [
          { key: "name", before: "Departments of the works council", after: "Parts of the firm" },
          { key: "entries.workshop", before: "Workshop", after: "Bike workshop" },
          { key: "retired", before: [], after: ["office"] },
          { key: "order", before: ["sales", "workshop", "office"], after: ["workshop", "sales", "office"] },
        ],
      },
    ]);
  });

  it("loses no entry: one that is left out is retired, and is there again when it is said once more", async () => {
    const slug = await aList();
    await saysOnList(slug, () => [office]);
    expect(await entriesOf(slug)).toEqual([
      office,
      { ...sales, retired: true },
      { ...workshop, retired: true },
    ]);
    await saysOnList(slug, () => departments);
    expect(await entriesOf(slug)).toEqual(departments);
  });

  it("stays as it is, without an event, when it is saved as it was", async () => {
    const slug = await aList();
    await saysOnList(slug, entries => entries);
    expect(await historyOf(slug)).toHaveLength(1);
    expect(await readList(admin, slug)).toMatchObject({ version: 1 });
  });

  it("is told to be in conflict where two admins change it, and is replaced by who saves once more", async () => {
    const slug = await aList();
    const { name } = await readList(admin, slug);
    await saysOnList(slug, entries => [...entries, { value: "shop", label: "Shop" }]);
    const mine = { slug, name: "Mine", entries: [sales] };
    const refused = await expectRefusal(
      run(admin, act => changeList(act, { ...mine, version: 1 })),
      "conflict",
      /Somebody else changed this list/,
    );
    expect(refused.fields).toMatchObject({
      name: [expect.stringContaining(name)],
      entries: [expect.stringContaining("Sales, Workshop, Office, Shop")],
    });
    await run(admin, act => changeList(act, { ...mine, version: Number(refused.corrections.version) }));
    expect((await entriesOf(slug)).filter(({ retired }) => !retired)).toEqual([sales]);
  });

  it("is said in other languages, each text by itself, and told to be in conflict at the field", async () => {
    const slug = await aList();
    const say = (version: number, labels: Record<string, string>, name = "") =>
      run(admin, act => translateList(act, { slug, version, language: "de", name, labels }));
    await say(1, { sales: "Verkauf", workshop: "", nobody: "Niemand" }, "Abteilungen");
    expect(await readList(admin, slug)).toMatchObject({
      translations: { de: { name: "Abteilungen" } },
      entries: [{ ...sales, translations: { de: "Verkauf" } }, workshop, office],
      missing: expect.arrayContaining([{ language: "de", count: 2 }]),
    });
    const refused = await expectRefusal(say(1, { sales: "Vertrieb" }, "Abteilungen"), "conflict");
    expect(refused.fields).toEqual({ "labels.sales": [expect.stringContaining("Verkauf")] });
    await expectRefusal(
      run(admin, act => translateList(act, { slug, version: 2, language: "en", name: "", labels: {} })),
      "conflict",
    );
    const alike = await expectRefusal(say(2, { sales: "Werk", workshop: "Werk" }, "Abteilungen"), "invalid");
    expect(alike.fields).toHaveProperty(["labels.workshop"]);
    // What the desk's language says anew leaves the rest as it is translated.
    await saysOnList(slug, entries => entries.map(one => ({ ...one, label: `${one.label}!` })));
    expect((await entriesOf(slug))[0]).toEqual({
      ...{ value: "sales", label: "Sales!", translations: { de: "Verkauf" } },
    });
  });

  it("is refused at its field if its name is taken, nothing is left to choose, or choices are read alike", async () => {
    const taken = await readList(admin, await aList());
    const slug = await aList();
    const { name } = await readList(admin, slug);
    const save = (entries: Option[], as = name) =>
      expectRefusal(
        run(admin, act => changeList(act, { slug, version: 1, name: as, entries })),
        "invalid",
      );
    expect((await save(departments, taken.name.toUpperCase())).fields).toHaveProperty("name");
    for (const entries of [
      [],
      departments.map(one => ({ ...one, retired: true })),
      [sales, { value: "empty", label: "" }],
      [sales, { value: "other", label: "Sales" }],
      [sales, { value: "sales", label: "Other sales" }],
    ])
      expect((await save(entries)).fields, JSON.stringify(entries)).toHaveProperty("entries");
    const many = Array.from({ length: listLimits.entries + 1 }, (_, at) => ({
      value: `e${at}`,
      label: `${at}`,
    }));
    expect((await save(many)).fields).toHaveProperty("entries");
    await expectRefusal(
      run(admin, act => addList(act, { name: `Own ${slug}`, entries: departments }, slug)),
      "invalid",
    );
  });

  it("is read from nothing but what its forms send", () => {
    const sent = { slug: "a", version: 1, name: "A" };
    for (const entries of [
      "",
      "[",
      "{}",
      '[{"value":"A b","label":"x"}]',
      '[{"value":"a","label":"x","more":1}]',
    ])
      expect(changeListForm.safeParse({ ...sent, entries }).success, entries).toBe(false);
    const entries = '[{"value":"a","label":" x  y ","retired":true,"translations":{"de":"z"}}]';
    expect(changeListForm.parse({ ...sent, entries }).entries).toEqual([
      { value: "a", label: "x y", retired: true, translations: { de: "z" } },
    ]);
    expect(addListInput.safeParse({ name: " ", entries: [] }).success).toBe(false);
    // What a form for translations leaves empty is not in what it sends.
    const said = { slug: "a", version: 1, language: "de", keys: "a b" };
    expect(translateListForm.parse({ ...said, labels: { a: "z", c: "not shown" } })).toEqual({
      ...{ slug: "a", version: 1, language: "de", name: "" },
      labels: { a: "z", b: "" },
    });
  });

  it("changes places with its neighbour in use", async () => {
    const [first, between, last] = [await aList(), await aList(), await aList()];
    await archive(between);
    await run(admin, act => shiftList(act, { slug: last, to: "earlier" }));
    const order = (await listLists(admin)).map(({ slug }) => slug);
    expect(order.indexOf(last)).toBeLessThan(order.indexOf(first));
    await expectRefusal(
      run(admin, act => shiftList(act, { slug: between, to: "earlier" })),
      "not_found",
    );
  });

  it("is not there for anybody who is no admin", async () => {
    const slug = await aList();
    for (const by of [await anAgent(), await aCustomer()]) {
      const attempts = [
        () => run(by, act => addList(act, { name: "Mine", entries: departments })),
        () => run(by, act => changeList(act, { slug, version: 1, name: "Mine", entries: departments })),
        () => run(by, act => translateList(act, { slug, version: 1, language: "de", name: "", labels: {} })),
        () => run(by, act => shiftList(act, { slug, to: "later" })),
        () => archive(slug, true, by),
        async () => listLists(by),
        async () => readList(by, slug),
      ];
      for (const attempt of attempts) await expectRefusal(attempt(), "not_found");
    }
    await expectRefusal(archive("no-such-list"), "not_found");
    expect(await readList(admin, slug)).toMatchObject({ version: 1, isArchived: false });
  });

  it("is found by its name", async () => {
    const slug = await aList(departments, "Zeppelin hangars");
    expect(await findInDesk(admin, "zepp")).toEqual([
      { kind: "list", key: slug, name: "Zeppelin hangars", detail: null, role: null, isByText: false },
    ]);
  });
});

const ownChoices: Field = {
  ...{ key: "department", kind: "single_choice", label: "Which department?", options: departments },
};

describe("a list that forms use", () => {
  it("is not archived: the forms are named, drafts among them", async () => {
    const slug = await aList();
    const [published, drafted] = [
      await aType({ name: `Repair ${slug}` }),
      await aType({ name: `Order ${slug}` }),
    ];
    await publishes(published, [asking(slug)]);
    await run(admin, act =>
      saveForm(act, { slug: drafted, version: 0, fields: [asking(slug, { agentsOnly: true })] }),
    );
    const { message } = await expectRefusal(archive(slug), "conflict");
    expect(message).toContain(`Repair ${slug}, Order ${slug}`);
    expect((await readList(admin, slug)).uses.map(use => use.slug)).toEqual([published, drafted]);
    await run(admin, act => saveForm(act, { slug: drafted, version: 1, fields: [] }));
    await publishes(published, [ownChoices]);
    await archive(slug);
    await archive(slug);
    expect((await historyOf(slug)).map(({ type }) => type)).toEqual([
      "choice_list_added",
      "choice_list_archived",
    ]);
    await archive(slug, false);
    expect(await readList(admin, slug)).toMatchObject({ isArchived: false });
  });

  it("can be archived once their types are, and no form is published with it then", async () => {
    const slug = await aList();
    const type = await aType();
    await publishes(type, [asking(slug)]);
    await run(admin, act => archiveType(act, { slug: type, isArchived: true }));
    await archive(slug);
    const other = await aType();
    await expectRefusal(publishes(other, [asking(slug)]), "invalid", /needs a change/);
    await expectRefusal(
      publishes(other, [asking("no-such-list")]),
      "invalid",
      /“no-such-list”, which does not exist/,
    );
  });

  it("makes a new version of the catalog, which every server reads before it answers", async () => {
    const slug = await aList();
    const before = await readCatalogVersion();
    await saysOnList(slug, entries => [...entries, { value: "shop", label: "Shop" }]);
    expect(await readCatalogVersion()).not.toBe(before);
  });
});

import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { stranger } from "@/lib/catalog/audience";
import { describeCategory } from "@/lib/catalog/categories";
import { readCategory } from "@/lib/catalog/overview";
import { readCatalog, readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { bringTemplate, listTemplates, readTemplateChoice } from "@/lib/desk-file/templates";
import { templates } from "@/lib/template-names";
import { loadFirstCatalog } from "@/prisma/set-up";
import { makeTestDatabase } from "../../support/databases";
import { emptyCatalog, exported, imported } from "../../support/desk-files";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

// A template is the whole catalog.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("templates") });
  admin = await anAdmin();
});

const bring = (slug: (typeof templates)[number], by = admin) =>
  run(by, act => bringTemplate(act, slug), undefined, { seconds: 120 });

describe("a catalog to begin with", () => {
  it("is shown with what is in it", () => {
    expect(listTemplates().map(({ slug }) => slug)).toEqual([...templates]);
    expect(listTemplates()[0]?.categories[0]).toEqual({
      name: "Platform Support",
      types: ["Help with AMTL3", "Report a problem with AMTL3", "Access and accounts"],
    });
  });

  it("is for admins alone to choose", async () => {
    for (const person of [await aCustomer(), await anAgent()]) {
      await expectRefusal(bring("it", person), "not_found");
      await expectRefusal(readTemplateChoice(person), "not_found");
    }
    expect(await readTemplateChoice(admin)).toEqual({ chosen: "default", isOpen: true });
  });

  it("replaces one that nobody has changed, and is exported as its file", async () => {
    for (const slug of [...templates.slice(1), "default" as const]) {
      await bring(slug);
      expect(await exported("catalog")).toBe(await readFile(`prisma/catalogs/${slug}.yaml`, "utf8"));
      expect(await readTemplateChoice(admin)).toEqual({ chosen: slug, isOpen: true });
      const { types = [] } = (await readCatalog(stranger)).at(-1) ?? {};
      expect(types.some(({ isFallback }) => isFallback)).toBe(true);
      for (const type of await db().requestType.findMany({ select: { slug: true } }))
        expect((await readForm(type.slug))?.fields.length).toBeGreaterThan(0);
    }
    const { type, data } = await db().event.findFirstOrThrow({
      orderBy: { id: "desc" },
      select: { type: true, data: true },
    });
    expect({ type, data }).toEqual({ type: "template_brought", data: { from: "empty", to: "default" } });
  });

  it("that is chosen twice is brought once", async () => {
    await bring("facilities");
    const ids = async () => (await db().requestType.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    const before = await ids();
    await bring("facilities");
    expect(await ids()).toEqual(before);
  });

  it("of two that are chosen at the same moment, one after the other is brought whole", async () => {
    await Promise.all([bring("it"), bring("customer_success", await anAdmin())]);
    const { chosen, isOpen } = await readTemplateChoice(admin);
    expect(isOpen).toBe(true);
    expect(["it", "customer_success"]).toContain(chosen);
  });

  it("gives way to the catalog of a file, of which the desk then has nothing else", async () => {
    await bring("it");
    const file = await readFile("prisma/catalogs/facilities.yaml", "utf8");
    const { changes } = await imported(file);
    expect(changes).toContain('  - help: "Help"');
    expect(await exported("catalog")).toBe(file);
    expect((await imported(file)).changes).toEqual([]);
    expect(await db().event.count({ where: { data: { equals: { from: "it", to: null } } } })).toBe(1);
  });

  it("stays if a file says all of it and more, and gives way to nothing once it is changed", async () => {
    await bring("empty");
    const ids = async () => (await db().requestType.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    const before = await ids();
    await imported(`${await exported("catalog")}  - slug: more\n    name: More\n`);
    expect(await ids()).toEqual(before);
    await imported(await readFile("prisma/catalogs/it.yaml", "utf8"));
    expect(await exported("catalog")).toContain("slug: more\n    name: More\n    archived: true");
    await db().$transaction(tx => emptyCatalog(tx));
    await loadFirstCatalog();
  });

  it("leaves alone what somebody has changed", async () => {
    await bring("empty");
    const { version } = await readCategory(admin, "general");
    const words = { name: "Everything", description: "" };
    await run(admin, act => describeCategory(act, { slug: "general", version, ...words }));
    expect(await readTemplateChoice(admin)).toEqual({ chosen: null, isOpen: false });
    const before = await exported("catalog");
    await expectRefusal(bring("it"), "conflict");
    expect(await exported("catalog")).toBe(before);
    await loadFirstCatalog();
    expect(await exported("catalog")).toBe(before);
  });

  it("comes into a desk that has none: the default one, once, if servers start at the same moment", async () => {
    await db().$transaction(tx => emptyCatalog(tx));
    expect(await readTemplateChoice(admin)).toEqual({ chosen: null, isOpen: true });
    await Promise.all([loadFirstCatalog(), loadFirstCatalog()]);
    expect(await readTemplateChoice(admin)).toEqual({ chosen: "default", isOpen: true });
  });

  it("stays once a request has been raised", async () => {
    await aRequest();
    expect(await readTemplateChoice(admin)).toEqual({ chosen: "default", isOpen: false });
    await expectRefusal(bring("empty"), "conflict");
  });
});

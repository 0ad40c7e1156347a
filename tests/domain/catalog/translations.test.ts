import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { stranger } from "@/lib/catalog/audience";
import { describeCategory } from "@/lib/catalog/categories";
import type { Field } from "@/lib/catalog/fields";
import { translateCategoryInput, translateTypeInput } from "@/lib/catalog/input";
import { setForm } from "@/lib/catalog/new-form";
import { listTypes } from "@/lib/catalog/offered";
import { readCategory, readType } from "@/lib/catalog/overview";
import { findInLanguages, readCatalog, readForm } from "@/lib/catalog/queries";
import { nameStatuses } from "@/lib/catalog/statuses";
import { translateCategory, translateType } from "@/lib/catalog/translate";
import { readTranslatedType } from "@/lib/catalog/translated";
import { describeType } from "@/lib/catalog/types";
import { readWording } from "@/lib/catalog/wording";
import { db } from "@/lib/db";
import { translatorFor } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { readRequestPage } from "@/lib/requests/customer-view";
import { exportRequests } from "@/lib/search/export";
import { readView } from "@/lib/search/own-list";
import { aCategory, aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { setOnDesk } from "../../support/desk-settings";
import { aCustomer, actorOf, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

// The language of the desk and its whole catalog are what is tested.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("catalog_translations") });
  admin = await anAdmin();
});

type Language = "en" | "de" | "ar";

async function sayType(slug: string, language: Language, words: Record<string, string>, by = admin) {
  const { version } = await readType(admin, slug);
  await run(by, act => translateType(act, translateTypeInput.parse({ slug, version, language, words })));
}

async function sayCategory(slug: string, language: Language, words: Record<string, string>) {
  const { version } = await readCategory(admin, slug);
  const input = translateCategoryInput.parse({ slug, version, language, words });
  await run(admin, act => translateCategory(act, input));
}

async function describeIt(slug: string, words: { name: string; description?: string; keywords?: string }) {
  const { version } = await readType(admin, slug);
  const wanted = { description: "", keywords: "", icon: "tag" as const, ...words };
  await run(admin, act => describeType(act, { slug, version, ...wanted }));
}

const cardOf = async (slug: string, language?: string) => {
  const catalog = await readCatalog(stranger, undefined, language);
  const category = catalog.find(({ types }) => types.some(type => type.slug === slug));
  const card = category?.types.find(type => type.slug === slug);
  return { category: category?.name, name: card?.name, description: card?.description };
};

async function inGerman(role: "customer" | "agent") {
  const person = await (role === "agent" ? anAgent() : aCustomer());
  await db().person.update({ where: { id: person.id }, data: { language: "de-CH" } });
  return actorOf(person.email);
}

const fields: Field[] = [
  {
    ...{
      key: "bike",
      kind: "single_choice",
      label: "Which bicycle?",
      help: "As on its frame.",
      required: true,
    },
    options: [
      { value: "city", label: "City bike", translations: { de: "Stadtrad" } },
      { value: "race", label: "Racing bike" },
    ],
    translations: { de: { label: "Welches Fahrrad?" }, ar: { label: "أي دراجة؟", help: "كما على هيكلها." } },
  },
  {
    ...{ key: "number", kind: "text", label: "Number", pattern: "[0-9]+", patternMessage: "Digits, please." },
    translations: { de: { label: "Nummer", patternMessage: "Bitte Ziffern." } },
  },
];

async function aWorkshop() {
  const category = await aCategory();
  const slug = await aType({ category });
  const mark = slug.slice(-8);
  await describeIt(slug, { name: `Repair ${mark}`, description: "We mend it.", keywords: "flat tyre" });
  await sayType(slug, "de", { name: `Reparatur ${mark}`, keywords: `platten${mark}` });
  await sayCategory(category, "de", { name: `Werkstatt ${mark}` });
  await run(admin, act => setForm(act, { slug, fields, rule: null }));
  return { slug, category, mark };
}

describe("a catalog in several languages", () => {
  it("is read in the reader's, text by text, and in the desk's where there is none", async () => {
    const { slug, category, mark } = await aWorkshop();
    expect(await cardOf(slug, "de-CH")).toEqual({
      category: `Werkstatt ${mark}`,
      name: `Reparatur ${mark}`,
      description: "We mend it.",
    });
    const own = { name: `Repair ${mark}`, description: "We mend it." };
    for (const language of ["ar", "en-GB", "tlh", undefined])
      expect(await cardOf(slug, language)).toMatchObject(own);
    const labels = (await listTypes(undefined, "de")).map(({ label }) => label);
    expect(labels).toContain(`Reparatur ${mark}`);
    expect((await readCategory(admin, category)).name).not.toContain("Werkstatt");
  });

  it("is found by names and keywords of every language, and by nobody whom it is not offered to", async () => {
    const { slug, mark } = await aWorkshop();
    for (const words of [`PLATTEN${mark}`, `repair ${mark}`, `reparatur ${mark} werkstatt`])
      expect(await findInLanguages(stranger, words)).toEqual([slug]);
    await db().requestType.update({ where: { slug }, data: { audience: "agents" } });
    expect(await findInLanguages(stranger, `platten${mark}`)).toEqual([]);
  });

  it("says how much of it is missing, and nothing of what the desk itself does not say", async () => {
    const { slug } = await aWorkshop();
    const missing = async () => (await readTranslatedType(admin, slug)).missing;
    expect(await missing()).toEqual([
      { language: "ar", count: 3 },
      { language: "de", count: 1 },
    ]);
    await sayType(slug, "ar", { name: "إصلاح", description: "نصلحها", in_progress: "قيد الإصلاح" });
    expect((await readTranslatedType(admin, slug)).translations.ar).toEqual({
      name: "إصلاح",
      description: "نصلحها",
    });
    await describeIt(slug, { name: "Mending" });
    expect((await readTranslatedType(admin, slug)).translations).toMatchObject({ ar: { name: "إصلاح" } });
    expect((await missing()).map(({ count }) => count)).toEqual([0, 0]);
  });
});

describe("a translation", () => {
  it("is made by admins alone, not over what another has changed, and leaves an event", async () => {
    const { slug, mark } = await aWorkshop();
    const { version } = await readType(admin, slug);
    const input = translateTypeInput.parse({ slug, version, language: "ar", words: { name: `ع ${mark}` } });
    for (const person of [await anAgent(), await aCustomer()])
      await expectRefusal(
        run(person, act => translateType(act, input)),
        "not_found",
      );
    await run(admin, act => translateType(act, input));
    const event = await db().event.findFirstOrThrow({
      where: { type: "type_changed" },
      orderBy: { id: "desc" },
      select: { change: { select: { values: true } } },
    });
    expect(event.change?.values).toEqual([{ key: "name.ar", before: null, after: `ع ${mark}` }]);
    const refusal = await expectRefusal(
      run(admin, act => translateType(act, { ...input, words: { ...input.words, name: "Another" } })),
      "conflict",
    );
    expect(refusal.fields).toHaveProperty(["words.name"]);
    expect(refusal.corrections).toEqual({ version: version + 1 });
  });

  it("of a category is made by admins alone, and not over what another has changed", async () => {
    const { category: slug, mark } = await aWorkshop();
    const { version } = await readCategory(admin, slug);
    const say = (by: PersonActor, name: string) => {
      const input = translateCategoryInput.parse({ slug, version, language: "de", words: { name } });
      return run(by, act => translateCategory(act, input));
    };
    for (const person of [await anAgent(), await aCustomer()])
      await expectRefusal(say(person, `Halle ${mark}`), "not_found");
    await say(admin, `Halle ${mark}`);
    const refusal = await expectRefusal(say(admin, "Another"), "conflict");
    expect(refusal.corrections).toEqual({ version: version + 1 });
  });

  it("is refused in the desk's own language, and where another is read under that name", async () => {
    const [one, other] = [await aWorkshop(), await aWorkshop()];
    await expectRefusal(sayType(one.slug, "en", { name: "Own" }), "conflict");
    await expectRefusal(sayType(one.slug, "de", { name: `reparatur ${other.mark}` }), "invalid");
    await expectRefusal(sayType(one.slug, "ar", { name: `Repair ${other.mark}` }), "invalid");
    await expectRefusal(sayCategory(one.category, "de", { name: `Werkstatt ${other.mark}` }), "invalid");
    const { version } = await readCategory(admin, one.category);
    const taken = { name: `Werkstatt ${other.mark}`, description: "" };
    await sayCategory(one.category, "de", {});
    await expectRefusal(
      run(admin, act => describeCategory(act, { slug: one.category, version: version + 1, ...taken })),
      "invalid",
    );
  });
});

describe("a request of a type that has a name in the reader's language", () => {
  it("is called so in pages, lists, mails and data, with its answers and statuses", async () => {
    const { slug, mark } = await aWorkshop();
    const [customer, agent] = [await inGerman("customer"), await inGerman("agent")];
    const { version } = await readType(admin, slug);
    const none = { waiting_for_support: "", waiting_for_customer: "", resolved: "", closed: "" };
    const words = { ...none, in_progress: "On the bench", waiting_for_support: "In the queue" };
    await run(admin, act => nameStatuses(act, { slug, version, words }));
    await sayType(slug, "de", { name: `Reparatur ${mark}`, waiting_for_support: "In der Warteschlange" });
    const reference = await aRequest({ by: customer, type: slug, answers: { bike: "city", number: "12" } });
    await readWording();
    const page = await readRequestPage(customer, reference);
    expect(page?.first.facts).toMatchObject([
      { label: "Welches Fahrrad?", value: "Stadtrad" },
      { label: "Nummer", value: "12" },
    ]);
    const t = translatorFor(customer);
    const mail = await lastMailTo(customer.email, "request_received");
    for (const text of [`Reparatur ${mark}`, "Welches Fahrrad?", "Stadtrad"])
      expect(mail.text).toContain(text);
    let data = "";
    for await (const piece of writeMyData(customer, t)) data += piece;
    for (const text of [`Reparatur ${mark}`, "Stadtrad", "In der Warteschlange"])
      expect(data).toContain(text);
    let csv = "";
    for await (const piece of await exportRequests(t, customer, readView("show=all")))
      csv += Buffer.from(piece as Uint8Array);
    expect(csv).toContain(`Reparatur ${mark}`);
    expect(translatorFor(agent).ofType(slug).named("type", "Repair")).toBe(`Reparatur ${mark}`);
  });

  it("is asked in it, and told in it what is wrong; its version keeps what it said", async () => {
    const { slug } = await aWorkshop();
    const form = await readForm(slug, undefined, "de");
    expect(form?.fields).toEqual([
      {
        ...{ key: "bike", kind: "single_choice", label: "Welches Fahrrad?", help: "As on its frame." },
        required: true,
        options: [
          { value: "city", label: "Stadtrad" },
          { value: "race", label: "Racing bike" },
        ],
      },
      {
        ...{ key: "number", kind: "text", label: "Nummer", pattern: "[0-9]+" },
        patternMessage: "Bitte Ziffern.",
      },
    ]);
    expect((await readForm(slug, undefined, "ar"))?.fields[0]).toMatchObject({ help: "كما على هيكلها." });
    const customer = await inGerman("customer");
    const reference = await aRequest({ by: customer, type: slug, answers: { bike: "race" } });
    const next = fields.map(field => ({ ...field, translations: { de: { label: "Anders" } } }) as Field);
    await run(admin, act => setForm(act, { slug, fields: next, rule: null }));
    const page = await readRequestPage(customer, reference);
    expect(page?.first.facts).toMatchObject([{ label: "Welches Fahrrad?", value: "Racing bike" }]);
  });

  it("has no form in the desk's own language beside that", async () => {
    const { slug } = await aWorkshop();
    const own = [{ ...fields[1], translations: { en: { label: "Own" } } }] as Field[];
    await expectRefusal(
      run(admin, act => setForm(act, { slug, fields: own, rule: null })),
      "conflict",
    );
  });
});

describe("a desk that speaks another language from now on", () => {
  it("has what was translated change places, so that nobody reads anything else, and back again", async () => {
    const { slug, category, mark } = await aWorkshop();
    const customer = await inGerman("customer");
    const reference = await aRequest({ by: customer, type: slug, answers: { bike: "city" } });
    const readAll = async () =>
      Promise.all(
        ["en", "de"].map(async language => [
          await cardOf(slug, language),
          (await readForm(slug, undefined, language))?.fields,
        ]),
      );
    const before = await readAll();
    const stored = await db().requestType.findUniqueOrThrow({ where: { slug } });
    await setOnDesk({ language: "de" }, admin);
    expect(await readAll()).toEqual(before);
    const type = await readType(admin, slug);
    expect(type).toMatchObject({ name: `Reparatur ${mark}`, description: "We mend it.", formVersion: 3 });
    expect(type.fields[0]).toMatchObject({
      ...{ label: "Welches Fahrrad?", help: "As on its frame." },
      translations: { en: { label: "Which bicycle?" }, ar: { label: "أي دراجة؟" } },
    });
    expect((await readCategory(admin, category)).name).toBe(`Werkstatt ${mark}`);
    const page = await readRequestPage(customer, reference);
    expect(page?.first.facts).toMatchObject([{ label: "Welches Fahrrad?", value: "Stadtrad" }]);
    await sayType(slug, "en", { name: `Repair ${mark}`, keywords: "flat tyre" });
    await setOnDesk({ language: "en-GB" }, admin);
    expect(await readAll()).toEqual(before);
    const back = await db().requestType.findUniqueOrThrow({ where: { slug } });
    expect(back.translations).toEqual(stored.translations);
    expect(await db().event.count({ where: { type: "catalog_turned" } })).toBe(2);
    await setOnDesk({ language: "en-US" }, admin);
    expect(await db().event.count({ where: { type: "catalog_turned" } })).toBe(2);
  });
});

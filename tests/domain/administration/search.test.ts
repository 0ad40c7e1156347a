import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { findInDesk } from "@/lib/administration/find";
import { saveForm } from "@/lib/catalog/form-drafts";
import { db } from "@/lib/db";
import { makeTestDatabase } from "../../support/databases";
import { imported } from "../../support/desk-files";
import { anAdmin, run } from "../../support/factories";
import { setSettings } from "../../support/settings";
import { statementsOf } from "../../support/statements";

let admin: PersonActor;

const desk = `lodge: 1
teams: [{slug: wharf, name: Wharfing}]
organisations: [{slug: acme, name: Acme, domains: [quixmail.test]}]
catalog:
  - slug: bikes
    name: Bikes
    description: Everything on velocipedes
    types:
      - slug: repair
        name: Repair
        icon: wrench
        keywords: puncture
        fallback: true
        translations: {de: {name: Reparatur}}
        form:
          - key: part
            kind: single_choice
            label: Which component?
            help: Where it rattles
            options: [{value: a, label: Derailleur, translations: {de: Schaltwerk}}, {value: b, label: Saddle}]
            translations: {de: {label: Welches Bauteil?}}
          - key: cost
            kind: number
            label: Workshop estimate
            agentsOnly: true
cannedReplies:
  desk:
    - slug: ready
      name: Ready
      keywords: pickup
      texts: {en: Your velocity is restored, de: Alles wieder fahrbereit}
help:
  - {slug: hours, language: en, title: Opening hours, category: About, body: We close on *Whitsunday*., published: true}
lists:
  - slug: shops
    name: Quayshops
    entries: [{value: a, label: Harbourside, translations: {de: Hafenseite}}]
views: [{slug: mine, name: Velvet view, query: status=open}]
`;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("admin_search") });
  admin = await anAdmin();
  await imported(desk);
});

const found = async (typed: string) =>
  (await findInDesk(admin, typed)).map(
    ({ kind, key, isByText }) => `${kind} ${key}${isByText ? " text" : ""}`,
  );

describe("the search of administration", () => {
  it("finds categories and types by name, description, keywords and translations", async () => {
    expect(await found("velociped")).toEqual(["category bikes"]);
    expect(await found("punct")).toEqual(["type repair"]);
    expect(await found("reparatur")).toEqual(["type repair"]);
    expect(await found("repair punct")).toEqual(["type repair"]);
  });

  it("finds forms by labels, help and choices, in any language, and what only agents are asked", async () => {
    for (const typed of [
      "component",
      "rattles",
      "derail",
      "schaltwerk",
      "Bauteil",
      "workshop",
      "repair saddle",
    ])
      expect(await found(typed), typed).toEqual(["form repair text"]);
    // Kinds, keys and values are not words of a form.
    for (const typed of ["single", "part", "number", "agentsOnly"])
      expect((await found(typed)).join(), typed).not.toContain("form");
  });

  it("finds a form by its draft, and no longer by what an earlier version asked", async () => {
    const label = "Which gizmo?";
    const fields = [{ key: "part", kind: "text" as const, label }];
    await run(admin, act => saveForm(act, { slug: "repair", version: 0, fields }));
    expect(await found("gizmo")).toEqual(["form repair text"]);
    expect(await found("derail")).toEqual(["form repair text"]);
    const { id: typeId } = await db().requestType.findUniqueOrThrow({
      where: { slug: "repair" },
      select: { id: true },
    });
    await db().formVersion.create({ data: { typeId, version: 2, fields } });
    expect(await found("derail")).toEqual([]);
    expect(await found("gizmo")).toEqual(["form repair text"]);
  });

  it("finds canned replies, help pages, organisations by domain, and views; those by name first", async () => {
    expect(await found("pickup")).toEqual(["reply ready"]);
    expect(await found("fahrber")).toEqual(["reply ready text"]);
    expect(await found("opening")).toEqual(["help hours/en"]);
    expect(await found("whitsun")).toEqual(["help hours/en text"]);
    expect((await findInDesk(admin, "quixmail"))[0]).toMatchObject({ key: "acme", detail: "quixmail.test" });
    expect(await found("wharf")).toEqual(["team wharf"]);
    expect(await found("vel")).toEqual(["category bikes", "reply ready text", "view mine"]);
  });

  it("finds shared lists by name and by their entries, in any language", async () => {
    expect(await found("quayshop")).toEqual(["list shops"]);
    for (const typed of ["harboursi", "hafens"]) expect(await found(typed)).toEqual(["list shops text"]);
  });

  it("takes one statement", async () => {
    expect(await statementsOf(() => findInDesk(admin, "ve re"))).toHaveLength(1);
  });

  it("does not find what is somebody's own", async () => {
    await db().cannedReply.updateMany({ data: { personId: admin.id } });
    expect(await found("fahrber")).toEqual([]);
  });
});

import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { operator, type PersonActor } from "@/lib/actor";
import { stranger } from "@/lib/catalog/audience";
import { readCatalog, readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { importDesk } from "@/lib/desk-file/import";
import { readDeskFile } from "@/lib/desk-file/read";
import { FileProblems } from "@/lib/desk-file/remark";
import { rehearse } from "@/lib/entry/perform";
import { bicycleShop } from "../../support/bicycle-shop";
import { makeTestDatabase } from "../../support/databases";
import { exported, imported, problemsOf } from "../../support/desk-files";
import { aCustomer, aRequest } from "../../support/factories";
import { rowOf } from "../../support/records";
import { setSettings } from "../../support/settings";

let customer: PersonActor;

// A file is the whole catalog.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("catalog_file") });
  customer = await aCustomer();
});

const file = bicycleShop;
const others = ["access-and-accounts", "help-with-amtl3", "question-about-an-invoice"];

const changed = (...pairs: [from: string, to: string][]) =>
  pairs.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, file);

const lastEvent = async () => (await db().event.aggregate({ _max: { id: true } }))._max.id ?? 0n;
const typesSince = async (id: bigint) => {
  const events = await db().event.findMany({ where: { id: { gt: id } }, select: { type: true } });
  return events.map(({ type }) => type).sort();
};
const versions = async () =>
  (await db().requestType.findMany({ select: { slug: true, _count: { select: { forms: true } } } }))
    .filter(({ _count }) => _count.forms > 1)
    .map(({ slug, _count }) => `${slug}: ${_count.forms}`)
    .sort();

/** The export without the default catalog, which stays archived beside the other. */
const own = async () => {
  const text = await exported("teams", "organisations", "catalog");
  const parts = text.split(/^(?= {2}- slug: )/m);
  return parts
    .filter(part => !/^ {2}- slug: (platform-support|billing|general)\n/.test(part))
    .join("")
    .trimEnd();
};

describe("a new desk", () => {
  it("has the default catalog, which is exported as the file it was made from", async () => {
    const text = await readFile("prisma/catalogs/default.yaml", "utf8");
    expect(await exported("catalog")).toBe(text);
    const before = await lastEvent();
    expect(await imported(text)).toEqual({ changes: [], notes: [] });
    expect(await typesSince(before)).toEqual([]);
  });
});

describe("a catalog that is imported from a file", () => {
  it("is what the file says: what it leaves out is archived, and a second time nothing changes", async () => {
    const before = await lastEvent();
    const { notes } = await imported(file);
    expect(notes).toEqual([]);
    expect(await own()).toBe(file.trimEnd());
    expect(await typesSince(before)).toEqual(
      expect.arrayContaining([
        ...["category_added", "type_added", "type_published", "fallback_chosen", "team_of_type_changed"],
        ...["type_audience_set", "type_statuses_named", "category_archived", "type_archived"],
      ]),
    );
    expect(await versions()).toEqual([]);
    const offered = (await readCatalog(stranger)).flatMap(({ types }) => types.map(({ slug }) => slug));
    expect(offered).toEqual(["service", "question"]);
    const rest = await db().requestType.findMany({ where: { slug: { in: others }, archivedAt: null } });
    expect(rest).toEqual([]);
    const whole = await exported();
    const then = await lastEvent();
    expect(await imported(whole)).toEqual({ changes: [], notes: [] });
    expect(await typesSince(then)).toEqual([]);
    expect(await exported()).toBe(whole);
  });

  it("makes a new version of a form where that has changed, and nowhere else; requests keep theirs", async () => {
    const reference = await aRequest({ by: customer, type: "service", answers: { bicycle: "cargo" } });
    const old = await readForm("service");
    const before = await lastEvent();
    const text = changed(
      ["label: Cargo bicycle}", "label: Cargo bicycle or trailer}"],
      ["            home: low\n", ""],
      ["name: Question", "name: Any question"],
    );
    expect((await imported(text)).changes).toEqual([
      "~ catalog",
      "  ~ repairs",
      "    ~ types",
      "      ~ service",
      "        ~ form",
      "          ~ bicycle",
      "            ~ options",
      "              ~ cargo",
      '                ~ label: "Cargo bicycle" → "Cargo bicycle or trailer"',
      "      ~ breakdown",
      "        ~ priorityRule",
      "          ~ priorities",
      '            - home: "low"',
      "  ~ shop",
      "    ~ types",
      "      ~ question",
      '        ~ name: "Question" → "Any question"',
    ]);
    expect(await own()).toBe(text.trimEnd());
    expect(await typesSince(before)).toEqual(["form_published", "priority_rule_set", "type_changed"]);
    expect(await versions()).toEqual(["breakdown: 2", "service: 2"]);
    const { formVersionId } = await rowOf(reference);
    expect(formVersionId).toBe(old?.formVersionId);
    expect((await readForm("service"))?.formVersionId).not.toBe(formVersionId);
    await imported(file);
    expect(await own()).toBe(file.trimEnd());
  });

  it("puts categories and types in order, and moves types from one to another", async () => {
    const service = file.slice(
      file.indexOf("      - slug: service"),
      file.indexOf("      - slug: breakdown"),
    );
    const shop = file.slice(file.indexOf("  - slug: shop"));
    const text = changed([service, ""], [shop, ""]).replace("catalog:\n", `catalog:\n${shop}${service}`);
    const before = await lastEvent();
    await imported(text);
    expect(await own()).toBe(text.trimEnd());
    expect(await typesSince(before)).toEqual(["order_set", "type_moved"]);
    await imported(file);
    expect(await own()).toBe(file.trimEnd());
  });

  it("gives what is offered when nothing else fits to another type, and restricts the one it was", async () => {
    const text = changed(
      ["        team: workshop\n", "        team: workshop\n        fallback: true\n"],
      [
        "        fallback: true\n        form:\n          - key: details",
        "        audience: agents\n        form:\n          - key: details",
      ],
    );
    await imported(text);
    expect(await own()).toBe(text.trimEnd());
    await imported(file);
    expect(await own()).toBe(file.trimEnd());
  });

  it("archives a category with what is moved into it, and takes both back", async () => {
    const archived = changed([
      "    name: Repairs\n    description: Whatever rattles, squeaks or no longer turns.\n",
      "    name: Repairs\n    description: Whatever rattles, squeaks or no longer turns.\n    archived: true\n",
    ]);
    await imported(archived);
    expect(await own()).toBe(archived.trimEnd());
    const parts = archived.slice(archived.indexOf("      - slug: spare-parts"));
    const moved = archived.replace(parts, "").replace("  - slug: shop\n", `${parts}  - slug: shop\n`);
    await imported(moved);
    expect(await own()).toBe(moved.trimEnd());
    await imported(file);
    expect(await own()).toBe(file.trimEnd());
  });

  it("is refused where it would lose answers, in the rehearsal already, and nothing of it is done", async () => {
    const number = `          - key: bicycle
            kind: number
            label: How many do you have?
`;
    const [start, end] = [file.indexOf("          - key: bicycle"), file.indexOf("      - slug: breakdown")];
    const text = file.replace(file.slice(start, end), number).replace("name: Question", "name: Questions");
    const line = text.slice(0, start).split("\n").length;
    const trial = rehearse(operator, act => importDesk(act, readDeskFile(text)));
    await expect(trial).rejects.toBeInstanceOf(FileProblems);
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(new RegExp(`^desk\\.yaml:${line}:11: The key “bicycle” `)),
    ]);
    expect(await own()).toBe(file.trimEnd());
  });

  it("says where a rule of the catalog does not let something be", async () => {
    for (const [pairs, problem] of [
      [[["        fallback: true\n", ""]], /^desk\.yaml:\d+:3: “question” is offered when nothing else fits/],
      [[["team: workshop\n", "team: warehouse\n"]], /^desk\.yaml:\d+:15: /],
      [[["organisations: [couriers]", "organisations: [dragons]"]], /^desk\.yaml:\d+:24: .*dragons/],
      [
        [["        team: workshop\n", "        team: workshop\n        draft: true\n"]],
        /:16: This type has been published/,
      ],
      [
        [["slug: spare-parts\n        name: Spare parts", "slug: help-with-amtl3\n        name: Parts"]],
        /:16: This type has been published/,
      ],
      [
        [["        fallback: true\n", "        fallback: true\n        archived: true\n"]],
        /^desk\.yaml:\d+:9: /,
      ],
      [[["    name: Shop\n", "    name: Shop\n    archived: true\n"]], /^desk\.yaml:\d+:5: /],
    ] as [[string, string][], RegExp][]) {
      const [said = "", ...more] = await problemsOf(changed(...pairs));
      expect(said).toMatch(problem);
      expect(more).toEqual([]);
    }
    expect(await own()).toBe(file.trimEnd());
  });
});

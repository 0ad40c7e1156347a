import { beforeAll, describe, expect, it } from "vitest";
import { readList } from "@/lib/choice-lists/read";
import { db } from "@/lib/db";
import { makeTestDatabase } from "../../support/databases";
import { exported, imported, problemsOf } from "../../support/desk-files";
import { anAdmin } from "../../support/factories";
import { setSettings } from "../../support/settings";

// A file that has lists has all of them.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("desk_file_lists") });
});

const lists = (...more: string[]) => `lodge: 1
lists:
  - slug: departments
    name: Departments
    translations:
      de: { name: Abteilungen }
    entries:
      - { value: sales, label: Sales, translations: { de: Verkauf } }
      - { value: workshop, label: Workshop }
${more.join("\n")}`;

const catalog = (question: string) => `
catalog:
  - slug: repairs
    name: Repairs
    types:
      - slug: breakdown
        name: Breakdown
        icon: wrench
        fallback: true
        form:
          - key: department
            kind: single_choice
            label: Which department?
${question}`;

const ofList = "            list: departments\n";
const ofOwn = "            options:\n              - { value: sales, label: Sales }\n";

describe("lists in a desk file", () => {
  it("are said in full, and what the file leaves out is retired or archived", async () => {
    const admin = await anAdmin();
    const { changes } = await imported(
      lists("  - slug: places", "    name: Places", "    entries: [{ value: here, label: Here }]"),
    );
    expect(changes.map(line => line.trim())).toEqual([
      ...["~ lists", '+ departments: "Departments"', '+ places: "Places"'],
    ]);
    expect(await readList(admin, "departments")).toMatchObject({
      translations: { de: { name: "Abteilungen" } },
      entries: [
        { value: "sales", label: "Sales", translations: { de: "Verkauf" } },
        { value: "workshop", label: "Workshop" },
      ],
    });
    const text = await exported("lists");
    expect((await imported(text)).changes).toEqual([]);
    expect(await exported("lists")).toBe(text);
    await imported(lists().replace(/ {6}- \{ value: workshop.*\n/, ""));
    expect(await readList(admin, "departments")).toMatchObject({
      entries: [{ value: "sales" }, { value: "workshop", label: "Workshop", retired: true }],
    });
    expect(await readList(admin, "places")).toMatchObject({ isArchived: true });
    // A second time it changes nothing, and what is missing stays retired.
    const { count } = await db()
      .event.aggregate({ _count: true })
      .then(({ _count }) => ({ count: _count }));
    expect((await imported(lists().replace(/ {6}- \{ value: workshop.*\n/, ""))).changes).toEqual([]);
    expect(await db().event.count()).toBe(count);
    expect(await exported("lists")).toContain("{value: workshop, label: Workshop, retired: true}");
  });

  it("are there before the forms that use them, and archived once no form does", async () => {
    const admin = await anAdmin();
    await imported(lists() + catalog(ofList));
    expect((await readList(admin, "departments")).uses).toEqual([{ slug: "breakdown", name: "Breakdown" }]);
    const text = await exported("lists", "catalog");
    expect(text).toContain("list: departments");
    expect((await imported(text)).changes).toEqual([]);
    expect(await exported("lists", "catalog")).toBe(text);
    expect(await problemsOf("lodge: 1\nlists: []")).toEqual([
      expect.stringMatching(/^desk.yaml:2:8: This form uses the list: Breakdown/),
    ]);
    await imported(`lodge: 1\nlists: []${catalog(ofOwn)}`);
    expect(await readList(admin, "departments")).toMatchObject({ isArchived: true, uses: [] });
  });

  it("are refused at the line where they cannot be", async () => {
    const entries = (...said: string[]) =>
      `lodge: 1\nlists:\n  - slug: a\n    name: A\n    entries:\n${said.map(one => `      - ${one}\n`).join("")}`;
    expect(await problemsOf(entries("{ value: A b, label: x }"))).toEqual([
      expect.stringMatching(/^desk.yaml:6:18: A key begins with a letter/),
    ]);
    expect(await problemsOf(entries("{ value: a, label: x }", "{ value: b, label: x }"))).toEqual([
      expect.stringMatching(/^desk.yaml:7:9: /),
    ]);
    expect(await problemsOf(entries("{ value: a, label: x, retired: true }"))).toEqual([
      expect.stringMatching(/^desk.yaml:6:7: /),
    ]);
    expect(await problemsOf(`lodge: 1${catalog("            list: nowhere\n")}`)).toEqual([
      expect.stringMatching(/^desk.yaml:\d+:\d+: A question uses the list “nowhere”, which does not exist/),
    ]);
    expect(await problemsOf(`${lists()}${catalog(ofList + ofOwn)}`)).toEqual([
      expect.stringMatching(/A question has a list or options of its own, not both/),
    ]);
  });

  it("say in a rehearsal what would change, entry by entry", async () => {
    await imported(lists());
    const { changes } = await imported(
      lists("      - { value: office, label: Office }").replace("label: Workshop", "label: Bike workshop"),
    );
    expect(changes.map(line => line.trim())).toEqual([
      "~ lists",
      "~ departments",
      "~ entries",
      "~ workshop",
      '~ label: "Workshop" → "Bike workshop"',
      '+ office: "Office"',
    ]);
  });
});

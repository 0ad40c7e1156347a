import { beforeAll, describe, expect, it } from "vitest";
import { readType } from "@/lib/catalog/overview";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { makeTestDatabase } from "../../support/databases";
import { exported, imported, problemsOf } from "../../support/desk-files";
import { anAdmin } from "../../support/factories";
import { setSettings } from "../../support/settings";

// A file is the whole catalog.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("translated_file") });
});

const file = `lodge: 1

catalog:
  - slug: repairs
    name: Repairs
    description: Whatever rattles.
    translations:
      ar:
        name: إصلاحات
      de:
        name: Reparaturen
        description: Was klappert.
    types:
      - slug: service
        name: Service
        icon: wrench
        translations:
          de:
            name: Durchsicht
            statuses:
              in_progress: In der Werkstatt
        fallback: true
        statuses:
          in_progress: On the stand
        form:
          - key: bicycle
            kind: single_choice
            label: What do you ride?
            help: As on its frame.
            translations:
              de:
                label: Was fahren Sie?
            options:
              - value: city
                label: City bicycle
                translations:
                  de: Stadtrad
              - {value: cargo, label: Cargo bicycle}
`;

/** The export without the catalog that the desk began with. */
const own = async () => {
  const parts = (await exported("catalog")).split(/^(?= {2}- slug: )/m);
  return parts.filter(part => !/^ {2}- slug: (platform-support|billing|general)\n/.test(part)).join("");
};

const changed = (from: string, to: string) => {
  expect(file).toContain(from);
  return file.replace(from, to);
};

describe("translations in a desk file", () => {
  it("survive import and export with the same bytes, and a second import changes nothing", async () => {
    await imported(file);
    expect(await own()).toBe(file);
    const before = await db().event.count();
    expect(await imported(file)).toEqual({ changes: [], notes: [] });
    expect(await db().event.count()).toBe(before);
    expect((await readForm("service", undefined, "de"))?.fields[0]).toMatchObject({
      label: "Was fahren Sie?",
      help: "As on its frame.",
    });
  });

  it("are changed and taken back alone, with a version of the form only where that has changed", async () => {
    await imported(changed("Durchsicht", "Inspektion").replace("        description: Was klappert.\n", ""));
    const admin = await anAdmin();
    const { formVersion } = await readType(admin, "service");
    expect(await own()).toContain("name: Inspektion");
    expect(await own()).not.toContain("Was klappert");
    await imported(changed("Was fahren Sie?", "Womit fahren Sie?"));
    expect((await readType(admin, "service")).formVersion).toBe(formVersion + 1);
    await imported(file);
    expect(await own()).toBe(file);
  });

  it("are refused at their line: of what the desk does not say, in its own language, and in one it does not know", async () => {
    const nothing = changed("            name: Durchsicht\n", "            description: Nichts\n");
    expect(await problemsOf(nothing)).toEqual([expect.stringMatching(/^desk\.yaml:19:.*“description”/)]);
    const help = changed("label: Was fahren Sie?", "placeholder: Stadtrad");
    expect(await problemsOf(help)).toEqual([expect.stringMatching(/“placeholder”/)]);
    const same = changed(
      "          de:\n            name: Durchsicht",
      "          en:\n            name: Own",
    );
    expect(await problemsOf(same)).toEqual([expect.stringMatching(/own language/)]);
    const unknown = changed("      ar:\n        name: إصلاحات", "      tlh:\n        name: chen");
    expect(await problemsOf(unknown)).toEqual([expect.stringMatching(/^desk\.yaml:[89]:/)]);
  });
});

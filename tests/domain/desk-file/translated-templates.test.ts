import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { missingTexts } from "@/lib/catalog/field-texts";
import { db } from "@/lib/db";
import type { Catalog } from "@/lib/desk-file/catalog";
import { readDeskFile } from "@/lib/desk-file/read";
import { bringTemplate, listTemplates, readTemplateChoice } from "@/lib/desk-file/templates";
import { catalogFiles } from "@/lib/generated/catalogs";
import { templates } from "@/lib/template-names";
import { makeTestDatabase } from "../../support/databases";
import { exported } from "../../support/desk-files";
import { setOnDesk } from "../../support/desk-settings";
import { anAdmin, run } from "../../support/factories";
import { setSettings } from "../../support/settings";

// A template is the whole catalog.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("translated_template") });
});

describe("a catalog to begin with", () => {
  it("says all of its texts in each language", () => {
    for (const slug of templates) {
      const forms = (readDeskFile(catalogFiles[slug]).file.catalog as Catalog).flatMap(({ types }) =>
        types.map(({ form }) => form),
      );
      for (const language of ["ar", "de"])
        expect(
          forms.map(form => missingTexts(form, language)),
          slug,
        ).toEqual(forms.map(() => 0));
    }
    expect(listTemplates("de")[0]?.categories[0]?.name).toBe("Plattform-Support");
  });

  it("speaks the language of the desk, and is known again in it", async () => {
    const admin = await anAdmin();
    await setOnDesk({ language: "de" }, admin);
    expect(await readTemplateChoice(admin)).toEqual({ chosen: "default", isOpen: true });
    await run(admin, act => bringTemplate(act, "it"), undefined, { seconds: 120 });
    expect(await readTemplateChoice(admin)).toEqual({ chosen: "it", isOpen: true });
    const category = await db().category.findFirstOrThrow({ orderBy: { position: "asc" } });
    expect(category).toMatchObject({ name: "Hilfe", translations: { en: { name: "Help" } } });
    await setOnDesk({ language: "en-GB" }, admin);
    expect(await readTemplateChoice(admin)).toEqual({ chosen: "it", isOpen: true });
    expect(await exported("catalog")).toBe(await readFile("prisma/catalogs/it.yaml", "utf8"));
  });
});

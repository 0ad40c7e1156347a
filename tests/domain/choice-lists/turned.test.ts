import { expect, it } from "vitest";
import { translateList } from "@/lib/choice-lists/lists";
import { readList } from "@/lib/choice-lists/read";
import { aList } from "../../support/choice-lists";
import { makeTestDatabase } from "../../support/databases";
import { setOnDesk } from "../../support/desk-settings";
import { anAdmin, run } from "../../support/factories";
import { setSettings } from "../../support/settings";

it("a list speaks the desk's new language as far as it was translated to that, and back again", async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("choice_lists_turned") });
  const admin = await anAdmin();
  const [slug, untouched] = [await aList(undefined, "Departments"), await aList(undefined, "Others")];
  const labels = { sales: "Verkauf", office: "Büro" };
  await run(admin, act =>
    translateList(act, { slug, version: 1, language: "de", name: "Abteilungen", labels }),
  );
  const before = await readList(admin, slug);
  await setOnDesk({ language: "de-CH" }, admin);
  expect(await readList(admin, slug)).toMatchObject({
    ...{ name: "Abteilungen", version: 3, translations: { en: { name: "Departments" } } },
    entries: [
      { value: "sales", label: "Verkauf", translations: { en: "Sales" } },
      { value: "workshop", label: "Workshop" },
      { value: "office", label: "Büro", translations: { en: "Office" } },
    ],
  });
  expect(await readList(admin, untouched)).toMatchObject({ name: "Others", version: 1 });
  await setOnDesk({ language: "en-GB" }, admin);
  expect(await readList(admin, slug)).toMatchObject({
    name: before.name,
    entries: before.entries,
    translations: before.translations,
  });
});

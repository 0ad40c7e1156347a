import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { stranger } from "@/lib/catalog/audience";
import { translateTypeInput } from "@/lib/catalog/input";
import { listTypes } from "@/lib/catalog/offered";
import { readType } from "@/lib/catalog/overview";
import { findInLanguages, readCatalog } from "@/lib/catalog/queries";
import { translateType } from "@/lib/catalog/translate";
import { readTranslatedType } from "@/lib/catalog/translated";
import { describeType, publishType } from "@/lib/catalog/types";
import { aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

// The whole catalog is what is looked through.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("draft_translations") });
  admin = await anAdmin();
});

async function inGerman(slug: string, words: Record<string, string>) {
  const { version } = await readType(admin, slug);
  return translateTypeInput.parse({ slug, version, language: "de", words });
}

const cardOf = async (slug: string, language: string) =>
  (await readCatalog(stranger, undefined, language))
    .flatMap(({ types }) => types)
    .find(type => type.slug === slug);

describe("a draft of a request type", () => {
  it("is translated before anybody sees it, and is in every language once it is published", async () => {
    const slug = await aType({ isDraft: true });
    const mark = slug.slice(-8);
    const { version: first } = await readType(admin, slug);
    const words = { name: `Rental ${mark}`, description: "For a day.", keywords: "", icon: "tag" as const };
    await run(admin, act => describeType(act, { slug, version: first, ...words }));
    const said = await inGerman(slug, { name: `Verleih ${mark}` });
    await run(admin, act => translateType(act, said));
    expect((await readTranslatedType(admin, slug)).missing).toContainEqual({ language: "de", count: 1 });
    expect(await findInLanguages(stranger, `verleih ${mark}`)).toEqual([]);
    expect((await listTypes(undefined, "de")).map(({ label }) => label)).not.toContain(`Verleih ${mark}`);
    expect(await cardOf(slug, "de")).toBeUndefined();
    const { version } = await readType(admin, slug);
    await run(admin, act => publishType(act, { slug, version }));
    expect(await findInLanguages(stranger, `verleih ${mark}`)).toEqual([slug]);
    expect(await cardOf(slug, "de")).toMatchObject({ name: `Verleih ${mark}`, description: "For a day." });
    expect(await cardOf(slug, "en")).toMatchObject({ name: `Rental ${mark}` });
  });

  it("is translated by nobody but admins, and not twice over one another", async () => {
    const slug = await aType({ isDraft: true });
    const [first, second] = [
      await inGerman(slug, { name: "Skizze" }),
      await inGerman(slug, { name: "Entwurf" }),
    ];
    for (const person of [await anAgent(), await aCustomer()])
      await expectRefusal(
        run(person, act => translateType(act, first)),
        "not_found",
      );
    await run(admin, act => translateType(act, first));
    const other = await anAdmin();
    await expectRefusal(
      run(other, act => translateType(act, second)),
      "conflict",
    );
  });
});

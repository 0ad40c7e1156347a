import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { stranger } from "@/lib/catalog/audience";
import { archiveCategory, describeCategory } from "@/lib/catalog/categories";
import { moveCategory, moveType } from "@/lib/catalog/order";
import { readType } from "@/lib/catalog/overview";
import { readCatalog } from "@/lib/catalog/queries";
import { describeType, publishType } from "@/lib/catalog/types";
import { db } from "@/lib/db";
import { aCategory, aType, orderOf } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { anAdmin, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("catalog_order") });
  admin = await anAdmin();
});

describe("two admins at once", () => {
  it("are told what the other has written, and can go on all the same", async () => {
    const slug = await aType();
    const { version, name } = await readType(admin, slug);
    const words = { icon: "tag" as const, keywords: "" };
    await run(admin, act => describeType(act, { slug, version, name, description: "Mine", ...words }));
    const late = { slug, version, name, description: "Yours", ...words };
    const { fields, corrections } = await expectRefusal(
      run(admin, act => describeType(act, late)),
      "conflict",
    );
    expect(fields).toEqual({ description: ["This was changed to “Mine” in the meantime."] });
    await run(admin, act => describeType(act, { ...late, version: Number(corrections.version) }));
    expect((await readType(admin, slug)).description).toBe("Yours");
    const category = await aCategory();
    await run(admin, act =>
      describeCategory(act, { slug: category, version: 1, name: "One", description: "" }),
    );
    await expectRefusal(
      run(admin, act => describeCategory(act, { slug: category, version: 1, name: "Two", description: "" })),
      "conflict",
    );
  });

  it("do not publish what one of them has not read", async () => {
    const slug = await aType({ isDraft: true });
    const { version, name } = await readType(admin, slug);
    const words = { name, description: "New", icon: "tag" as const, keywords: "" };
    await run(admin, act => describeType(act, { slug, version, ...words }));
    await expectRefusal(
      run(admin, act => publishType(act, { slug, version })),
      "conflict",
    );
    expect((await readType(admin, slug)).isPublished).toBe(false);
  });

  it("re-order at the same moment, and nothing is lost", async () => {
    const [one, other] = [await aCategory(), await aCategory()];
    const slugs: string[] = [];
    for (let count = 0; count < 6; count++) slugs.push(await aType({ category: one }));
    const [a = "", b = "", c = "", d = "", e = "", f = ""] = slugs;
    await Promise.all([
      run(admin, act => moveType(act, { slug: f, category: one, before: a })),
      run(await anAdmin(), act => moveType(act, { slug: b, category: other, before: null })),
      run(await anAdmin(), act => moveType(act, { slug: c, category: one, before: null })),
    ]);
    expect(await orderOf(one, other)).toEqual([[f, a, d, e, c], [b]]);
    // The neighbour has left meanwhile.
    await expectRefusal(
      run(admin, act => moveType(act, { slug: a, category: one, before: b })),
      "conflict",
    );
    expect(await db().event.count({ where: { type: "type_moved" } })).toBe(3);
  });
});

describe("the order of the catalog", () => {
  it("is that of its pages, for categories too", async () => {
    const [one, two, three] = [await aCategory(), await aCategory(), await aCategory()];
    for (const category of [one, two, three]) await aType({ category });
    await run(admin, act => moveCategory(act, { slug: three, before: one }));
    await run(admin, act => moveCategory(act, { slug: one, before: null }));
    const shown = (await readCatalog(stranger)).map(({ slug }) => slug);
    expect(shown.filter(slug => [one, two, three].includes(slug))).toEqual([three, two, one]);
    await expectRefusal(
      run(admin, act => moveCategory(act, { slug: one, before: "none" })),
      "conflict",
    );
    await run(admin, act => archiveCategory(act, { slug: two, isArchived: true }));
    const [type = ""] = (await orderOf(one)).flat();
    await expectRefusal(
      run(admin, act => moveType(act, { slug: type, category: two, before: null })),
      "conflict",
    );
  });
});

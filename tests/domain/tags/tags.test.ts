import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addTagInput, changeTagInput, tagLimits } from "@/lib/tags/input";
import { listTags, readTag } from "@/lib/tags/read";
import { addTag, archiveTag, changeTag, shiftTag } from "@/lib/tags/tags";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTag } from "../../support/tags";

let admin: PersonActor;

// The order of all tags is what is tested, so no other test may add some.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("tags") });
  admin = await anAdmin();
});

const namesInUse = async () =>
  (await listTags(admin)).filter(({ isArchived }) => !isArchived).map(({ name }) => name);

describe("the tags of a desk", () => {
  it("have a slug that stays, an order that can be changed, and a name of their own", async () => {
    const [one, two, three] = [
      await aTag({ name: "Größe" }),
      await aTag({ name: "VIP" }),
      await aTag({ name: "Bug" }),
    ];
    expect([one, two, three]).toEqual(["grosse", "vip", "bug"]);
    await run(admin, act => shiftTag(act, { slug: three, to: "earlier" }));
    await run(admin, act => shiftTag(act, { slug: one, to: "earlier" }));
    expect(await namesInUse()).toEqual(["Größe", "Bug", "VIP"]);
    await run(admin, act => changeTag(act, { slug: two, name: "Very important", colour: "red" }));
    expect(await readTag(admin, two)).toMatchObject({ slug: "vip", name: "Very important", colour: "red" });
    for (const name of ["bug", "BUG"]) {
      await expectRefusal(
        run(admin, act => addTag(act, { name, colour: "grey" })),
        "invalid",
      );
      await expectRefusal(
        run(admin, act => changeTag(act, { slug: two, name, colour: "red" })),
        "invalid",
      );
    }
    expect(await aTag({ name: "vip" })).toBe("vip-2");
  });

  it("leave the order when they are archived, and come back to it", async () => {
    const slug = await aTag({ name: "Gone" });
    await run(admin, act => archiveTag(act, { slug, isArchived: true }));
    expect(await namesInUse()).not.toContain("Gone");
    await run(admin, act => shiftTag(act, { slug, to: "earlier" }));
    await run(admin, act => archiveTag(act, { slug, isArchived: false }));
    expect((await namesInUse()).at(-1)).toBe("Gone");
    const types = (await db().event.findMany({ orderBy: { id: "desc" }, take: 2 })).map(({ type }) => type);
    expect(types).toEqual(["tag_restored", "tag_archived"]);
  });

  it("are kept by operators alone", async () => {
    const slug = await aTag();
    for (const person of [await anAgent(), await aCustomer()]) {
      for (const command of [
        () => run(person, act => addTag(act, { name: randomUUID(), colour: "grey" })),
        () => run(person, act => changeTag(act, { slug, name: "Mine", colour: "grey" })),
        () => run(person, act => archiveTag(act, { slug, isArchived: true })),
        () => run(person, act => shiftTag(act, { slug, to: "later" })),
        () => listTags(person),
        () => readTag(person, slug),
      ])
        await expectRefusal(command(), "not_found");
    }
    await expectRefusal(
      run(admin, act => changeTag(act, { slug: "none", name: "x", colour: "red" })),
      "not_found",
    );
    await expectRefusal(readTag(admin, "none"), "not_found");
  });

  it("are a hundred at most", async () => {
    const room = tagLimits.tags - (await namesInUse()).length;
    for (let count = 0; count < room; count++) await aTag();
    await expectRefusal(
      run(admin, act => addTag(act, { name: "One more", colour: "grey" })),
      "invalid",
    );
  });

  it("have a colour of the palette", () => {
    expect(addTagInput.safeParse({ name: "x", colour: "#ff0000" }).success).toBe(false);
    expect(changeTagInput.safeParse({ slug: "x", name: "", colour: "red" }).success).toBe(false);
  });
});

import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { encodePicture } from "@/lib/desk-settings/encode";
import { changePicture, findPicture } from "@/lib/desk-settings/pictures";
import { servePicture } from "@/lib/entry/pictures";
import type { PictureName } from "@/lib/setting-names";
import { readDeskSettings } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, aRequest, requesterOf, run } from "../../support/factories";
import { aLogo, sentAs } from "../../support/logos";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("desk_pictures"), APP_URL: "https://desk.example.org" });
  admin = await anAdmin({ name: "Ada Admin" });
});

async function show(name: PictureName, bytes: Buffer, by = admin, seen?: string): Promise<void> {
  const made = await encodePicture(by, name, sentAs(bytes));
  const { [name]: present } = await readDeskSettings();
  await run(by, act => changePicture(act, { name, seen: seen ?? present?.hash ?? "", made }));
}

async function remove(name: PictureName): Promise<void> {
  const { [name]: present } = await readDeskSettings();
  await run(admin, act => changePicture(act, { name, seen: present?.hash ?? "", made: null }));
}

const encode = (bytes: Buffer, name: PictureName = "logo") => encodePicture(admin, name, sentAs(bytes));

describe("a logo", () => {
  it("is shown in mails from the moment it is set, by an address that stays", async () => {
    await show("logo", await aLogo({ width: 60, height: 60 }));
    const { logo } = await readDeskSettings();
    const { email } = await requesterOf(await aRequest());
    const { html, text } = await lastMailTo(email);
    expect(html).toContain(
      `<img src="https://desk.example.org/api/pictures/${logo?.hash}.png" alt="" width="32" height="32"`,
    );
    expect(html.match(/<img\b/g)).toHaveLength(1);
    expect(text).not.toContain("pictures");
    expect(text).toContain("Lodge");
    await show("logo", await aLogo({ width: 240, height: 60 }));
    const wide = await lastMailTo((await requesterOf(await aRequest())).email);
    expect(wide.html).toContain('alt="Lodge"');
    expect((await servePicture(`${logo?.hash}.png`)).status).toBe(200);
  });
});

describe("an icon", () => {
  it("is kept for tabs and, on a ground of its own, for the home screens of phones", async () => {
    await show("favicon", await aLogo({ width: 300, height: 200 }));
    const { favicon } = await readDeskSettings();
    const [small, large] = [await findPicture(favicon?.hash ?? ""), await findPicture(favicon?.large ?? "")];
    expect(await sharp(small ?? undefined).metadata()).toMatchObject({
      width: 64,
      height: 64,
      hasAlpha: true,
    });
    expect(await sharp(large ?? undefined).metadata()).toMatchObject({ width: 180, height: 180 });
    expect((await sharp(large ?? undefined).stats()).isOpaque).toBe(true);
  });
});

describe("a picture of the desk", () => {
  it("is an event with before and after each time, and gone again once it is removed", async () => {
    await remove("logo");
    await show("logo", await aLogo({ ink: "#123456" }));
    const { logo } = await readDeskSettings();
    await remove("logo");
    expect((await readDeskSettings()).logo).toBeNull();
    const events = await db().event.findMany({
      where: { type: "setting_changed" },
      orderBy: { id: "desc" },
      take: 2,
      select: { actorId: true, data: true, change: { select: { values: true } } },
    });
    expect(events).toEqual([
      {
        actorId: admin.id,
        data: { setting: "logo" },
        change: { values: [{ key: "logo", before: logo?.hash, after: "" }] },
      },
      {
        actorId: admin.id,
        data: { setting: "logo" },
        change: { values: [{ key: "logo", before: "", after: logo?.hash }] },
      },
    ]);
  });

  it("is an address that never changes, and no other file", async () => {
    await show("logo", await aLogo({ ink: "#654321" }));
    const hash = (await readDeskSettings()).logo?.hash;
    const answer = await servePicture(`${hash}.png`);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    for (const name of ["", `${hash}`, `${hash}.svg`, `../${hash}.png`, `${"0".repeat(32)}.png`])
      expect((await servePicture(name)).status, name).toBe(404);
  });

  it("is changed by nobody but admins, who do not even have it read", async () => {
    const made = await encode(await aLogo());
    for (const person of [await anAgent(), await aCustomer()]) {
      await expectRefusal(encodePicture(person, "logo", null), "not_found");
      await expectRefusal(
        run(person, act => changePicture(act, { name: "logo", seen: "", made })),
        "not_found",
      );
    }
  });

  it("is refused where another admin has changed it meanwhile, and taken once that was seen", async () => {
    await show("logo", await aLogo({ ink: "#00aa00" }));
    const present = (await readDeskSettings()).logo?.hash ?? "";
    const other = await anAdmin();
    const told = await expectRefusal(show("logo", await aLogo({ ink: "#aa0000" }), other, ""), "conflict");
    expect(told.fields.picture?.[0]).toContain("Ada Admin has changed this meanwhile");
    expect(told.corrections).toEqual({ seen: present });
    await show("logo", await aLogo({ ink: "#aa0000" }), other, present);
    expect((await readDeskSettings()).logo?.hash).not.toBe(present);
  });

  it("of two at the same moment one is told", async () => {
    const seen = (await readDeskSettings()).logo?.hash ?? "";
    const outcomes = await Promise.allSettled([
      show("logo", await aLogo({ ink: "#0000aa" }), admin, seen),
      show("logo", await aLogo({ ink: "#00aaaa" }), await anAdmin(), seen),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

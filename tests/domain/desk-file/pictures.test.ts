import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { importDesk } from "@/lib/desk-file/import";
import { readDeskFile } from "@/lib/desk-file/read";
import { findPicture } from "@/lib/desk-settings/pictures";
import { rehearse } from "@/lib/entry/perform";
import { readDeskSettings } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import { exported, imported, problemsOf } from "../../support/desk-files";
import { aJpeg, aLogo, aWebp } from "../../support/logos";
import { setSettings } from "../../support/settings";

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("pictures_file") });
});

const fileOf = (pictures: Record<string, Buffer>) =>
  `lodge: 1\n\npictures:\n${Object.entries(pictures)
    .map(([name, bytes]) => `  ${name}: ${bytes.toString("base64")}\n`)
    .join("")}`;

const settingEvents = () => db().event.count({ where: { type: "setting_changed" } });

describe("logo and icon in a file", () => {
  it("are last in it, in short lines, and are not there where the desk has none", async () => {
    expect(await exported("pictures")).toBe("lodge: 1\n\npictures: {}\n");
    await imported(fileOf({ logo: await aLogo(), icon: await aLogo({ width: 90, height: 90 }) }));
    const text = await exported();
    const [, pictures = ""] = text.split("\npictures:\n");
    expect(pictures).toMatch(/^ {2}logo: \|-\n( {4}[A-Za-z0-9+/=]{1,76}\n)+ {2}icon: \|-\n/);
    expect(pictures).toMatch(/ {2}phoneIcon: \|-\n( {4}[A-Za-z0-9+/=]{1,76}\n)+$/);
  });

  it("export, import, export gives the same bytes, on another desk, too", async () => {
    for (const logo of [await aLogo({ width: 900, height: 120 }), await aJpeg(), await aWebp()]) {
      await imported(fileOf({ logo, icon: await aLogo({ width: 300, height: 200, ink: "#2266aa80" }) }));
      const text = await exported("pictures");
      const events = await settingEvents();
      expect(await imported(text)).toEqual({ changes: [], notes: [] });
      expect(await settingEvents()).toBe(events);
      // As on a desk that has never seen them.
      await imported("lodge: 1\npictures: {}\n");
      await db().deskPicture.deleteMany();
      const { changes } = await imported(text);
      expect(changes).toEqual([
        "~ pictures",
        expect.stringMatching(/^ {2}\+ logo: PNG \d+ × \d+, \d+ bytes, [0-9a-f]{8}$/),
        expect.stringMatching(/^ {2}\+ icon: PNG 64 × 64, /),
        expect.stringMatching(/^ {2}\+ phoneIcon: PNG 180 × 180, /),
      ]);
      expect(await exported("pictures")).toBe(text);
    }
  });

  it("of an icon alone the one for phones is made, and each can be another picture", async () => {
    const icon = await aLogo({ width: 64, height: 64 });
    await imported(fileOf({ icon }));
    const before = (await readDeskSettings()).favicon;
    const phoneIcon = await aLogo({ width: 400, height: 400, ground: "#ff0000" });
    const { changes } = await imported(fileOf({ icon, phoneIcon }));
    expect(changes).toEqual(["~ pictures", expect.stringMatching(/^ {2}~ phoneIcon: PNG .* → PNG /)]);
    const { favicon, logo } = await readDeskSettings();
    expect(logo).toBeNull();
    expect(favicon?.hash).toBe(before?.hash);
    expect(favicon?.large).not.toBe(before?.large);
  });

  it("are written anew on the way in, so that nothing of what the file has is shown but its pixels", async () => {
    await imported(fileOf({ logo: await aJpeg({ width: 2_000, height: 500 }) }));
    const { logo } = await readDeskSettings();
    const shown = Buffer.from((await findPicture(logo?.hash ?? "")) ?? []);
    expect(await sharp(shown).metadata()).toMatchObject({ format: "png", width: 480, height: 120 });
    expect(shown.includes("Home Street")).toBe(false);
  });

  it("stay as they are where the section is not in the file, and go where it leaves them out", async () => {
    await imported(fileOf({ logo: await aLogo() }));
    await imported("lodge: 1\nsettings: {}\n");
    expect((await readDeskSettings()).logo).not.toBeNull();
    const { changes } = await imported("lodge: 1\npictures: {}\n");
    expect(changes).toEqual(["~ pictures", expect.stringMatching(/^ {2}- logo: PNG /)]);
    expect((await readDeskSettings()).logo).toBeNull();
  });

  it("a rehearsal says that they change, and changes nothing", async () => {
    const file = readDeskFile(fileOf({ logo: await aLogo({ ink: "#aa00aa" }) }));
    const pictures = await db().deskPicture.count();
    const { differences } = await rehearse(operator, act => importDesk(act, file));
    expect(differences).toMatchObject([{ text: "pictures" }, { sign: "+" }]);
    expect((await readDeskSettings()).logo).toBeNull();
    expect(await db().deskPicture.count()).toBe(pictures);
  });

  it("are refused at their place where they are none, of another kind, broken, too large or too small", async () => {
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>");
    const broken = (await aLogo()).subarray(0, 80);
    const refusals = {
      "desk.yaml:4:9: Choose a PNG": fileOf({ logo: svg }),
      "desk.yaml:4:9: ": fileOf({ icon: broken }),
      "desk.yaml:4:9: .*4,096": fileOf({ logo: await aLogo({ width: 5_000, height: 20 }) }),
      "desk.yaml:4:9: .*16": fileOf({ logo: await aLogo({ width: 8, height: 8 }) }),
      "desk.yaml:4:9: This is no picture in base64": "lodge: 1\n\npictures:\n  logo: ./logo.png\n",
      "desk.yaml:4:3: .*icon": fileOf({ phoneIcon: await aLogo() }),
      "desk.yaml:4:3: There is no “favicon”": fileOf({ favicon: await aLogo() }),
    };
    for (const [expected, text] of Object.entries(refusals))
      expect(await problemsOf(text), expected).toEqual([expect.stringMatching(new RegExp(`^${expected}`))]);
    expect((await readDeskSettings()).logo).toBeNull();
  });
});

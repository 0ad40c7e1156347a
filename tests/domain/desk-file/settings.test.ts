import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { changeSettings } from "@/lib/desk-settings/change";
import { readDeskSettings } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import { exported, imported, problemsOf } from "../../support/desk-files";
import { anAdmin, run } from "../../support/factories";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

beforeAll(async () => {
  // Of the environment, and in other letters than the desk's own.
  setSettings({ DATABASE_URL: await makeTestDatabase("settings_file"), DESK_ACCENT: "#1A2B3C" });
  admin = await anAdmin();
});

const plain = "lodge: 1\n\nsettings:\n";
const bare = () => imported("lodge: 1\nsettings: {}\n");
afterEach(bare);

const settingEvents = () => db().event.count({ where: { type: "setting_changed" } });

describe("settings in a file", () => {
  it("are those that admins can set, and no others", async () => {
    const text = await exported("settings");
    expect(text).toContain(`${plain}  deskName: Lodge\n  accent: "#1a2b3c"\n  timeZone: UTC\n`);
    expect(text).toContain("  reopenDays: 30\n");
    expect(text).not.toMatch(/secret|url|password|mail_?from|formerPrefixes/i);
  });

  it("are set by an import, each with its event; export, import, export gives the same bytes", async () => {
    const before = await settingEvents();
    const wished = `${plain}  deskName: Spoke & Chain\n  reopenDays: 7\n  signUp: domains\n  signUpDomains: [shop.test, spoke.test]\n  announcement: Closed on Monday\n  languages: [en, de]\n`;
    const { changes, notes } = await imported(wished);
    expect(changes).toEqual([
      "~ settings",
      '  ~ deskName: "Lodge" → "Spoke & Chain"',
      '  + languages: ["de","en"]',
      "  ~ reopenDays: 30 → 7",
      '  ~ signUp: "open" → "domains"',
      '  + signUpDomains: ["shop.test","spoke.test"]',
      '  + announcement: "Closed on Monday"',
    ]);
    // What the environment sets and the file leaves out is as it is on a new desk there.
    expect(notes).toHaveLength(2);
    expect(await settingEvents()).toBe(before + 6);
    expect((await readDeskSettings()).deskName).toBe("Spoke & Chain");
    const text = await exported("settings");
    expect(text).toContain("deskName: Spoke & Chain");
    expect(await imported(text)).toEqual({ changes: [], notes: [] });
    expect(await settingEvents()).toBe(before + 6);
    expect(await exported("settings")).toBe(text);
  });

  it("are as on a new desk where the section leaves them out", async () => {
    await run(admin, act => changeSettings(act, { values: { reopenDays: 9 }, seen: { reopenDays: 30 } }));
    await imported("lodge: 1\ntags: []\n");
    expect(await exported("settings")).toContain("reopenDays: 9");
    await bare();
    expect(await exported("settings")).toContain("reopenDays: 30");
  });

  it("stay as they are where the environment sets them, which is said", async () => {
    const { changes, notes } = await imported(`${plain}  accent: "#ff0000"\n  undo: "off"\n`);
    expect(changes).toEqual([]);
    expect(notes).toEqual(["desk.yaml:4:11: DESK_ACCENT is set in the environment: left as it is."]);
    expect(await db().setting.count({ where: { name: "accent" } })).toBe(0);
  });

  it("are refused where they are wrong, at their place", async () => {
    expect(await problemsOf(`${plain}  deskNane: Lodge\n  reopenDays: 0\n  accent: red\n`)).toEqual([
      "desk.yaml:4:3: There is no “deskNane” here. Did you mean “deskName”?",
      expect.stringMatching(/^desk\.yaml:5:15: .*1 to 3,650/),
      expect.stringMatching(/^desk\.yaml:6:11: /),
    ]);
    expect(await problemsOf(`${plain}  signUp: domains\n`)).toEqual([
      "desk.yaml:4:3: Enter at least one domain.",
    ]);
    expect(await problemsOf(`${plain}  language: de\n  languages: [en, fx]\n`)).toEqual([
      expect.stringMatching(/^desk\.yaml:5:19: “fx” .*ar, de, en/),
    ]);
    expect(await problemsOf(`${plain}  language: de\n  languages: [en]\n`)).toEqual([
      expect.stringMatching(/^desk\.yaml:5:14: Choose the desk’s own language, too/),
    ]);
    const backwards = `  announcementFrom: 2026-12-02T08:00:00.000Z\n  announcementUntil: 2026-12-01T08:00:00.000Z\n`;
    expect(await problemsOf(`${plain}${backwards}`)).toEqual([
      "desk.yaml:5:22: Choose a time after the beginning.",
    ]);
  });
});

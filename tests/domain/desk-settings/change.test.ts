import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { changeSettings } from "@/lib/desk-settings/change";
import { readSettingsPage } from "@/lib/desk-settings/read";
import { readDeskSettings } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import { seenNow, setOnDesk } from "../../support/desk-settings";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("desk_settings"), FILE_MAX_MB: "12", UNDO_REPLIES: "" });
  admin = await anAdmin({ name: "Ada Admin" });
});

const lastEvents = (count: number) =>
  db().event.findMany({
    where: { type: "setting_changed" },
    orderBy: { id: "desc" },
    take: count,
    select: { actorId: true, data: true, change: { select: { values: true } } },
  });

describe("the desk's settings", () => {
  it("have a default until an admin sets them, and each change is an event with before and after", async () => {
    expect(await readDeskSettings()).toMatchObject({ deskName: "Lodge", reopenDays: 30, formerPrefixes: [] });
    await setOnDesk({ deskName: "Harbour help", reopenDays: 14 }, admin);
    expect(await readDeskSettings()).toMatchObject({ deskName: "Harbour help", reopenDays: 14 });
    const events = await lastEvents(2);
    expect(events.map(({ data, change }) => ({ data, values: change?.values }))).toEqual([
      { data: { setting: "reopenDays" }, values: [{ key: "reopenDays", before: "30", after: "14" }] },
      {
        data: { setting: "deskName" },
        values: [{ key: "deskName", before: "Lodge", after: "Harbour help" }],
      },
    ]);
    expect(events[0]?.actorId).toBe(admin.id);
  });

  it("are no event where nothing changes", async () => {
    const before = await db().event.count();
    await setOnDesk({ ...(await seenNow()) }, admin);
    expect(await db().event.count()).toBe(before);
  });

  it("are read and changed by nobody but admins", async () => {
    for (const person of [await anAgent(), await aCustomer()]) {
      await expectRefusal(setOnDesk({ deskName: "Mine" }, person), "not_found");
      await expectRefusal(readSettingsPage(person), "not_found");
    }
  });

  it("tell an admin what another has changed meanwhile, and take it once they have seen that", async () => {
    const seen = await seenNow();
    await setOnDesk({ timeZone: "Europe/Lisbon", agentsSee: "teams" }, admin);
    const other = await anAdmin();
    const values = { timeZone: "Europe/Berlin", agentsSee: "all" as const, accent: "#8a1538" };
    const told = await expectRefusal(
      run(other, act => changeSettings(act, { values: { ...values, agentsSee: "all" }, seen })),
      "conflict",
    );
    expect(told.fields).toEqual({
      timeZone: [
        "Ada Admin has changed this meanwhile to “Europe/Lisbon”. Save again to replace that with what you typed.",
      ],
    });
    expect(told.corrections).toEqual({ "was.timeZone": '"Europe/Lisbon"' });
    // Nothing of it was changed, and what the other left as they saw it is not taken back.
    expect(await seenNow()).toMatchObject({
      timeZone: "Europe/Lisbon",
      accent: "#0f6b5c",
      agentsSee: "teams",
    });
    await run(other, act => changeSettings(act, { values, seen: { ...seen, timeZone: "Europe/Lisbon" } }));
    expect(await seenNow()).toMatchObject({
      timeZone: "Europe/Berlin",
      accent: "#8a1538",
      agentsSee: "teams",
    });
  });

  it("of two admins who change the same one at the same moment, one is told", async () => {
    const seen = await seenNow();
    const [one, other] = [await anAdmin(), await anAdmin()];
    const outcomes = await Promise.allSettled([
      run(one, act => changeSettings(act, { values: { reopenDays: 20 }, seen })),
      run(other, act => changeSettings(act, { values: { reopenDays: 21 }, seen })),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const versions = await db().setting.findMany({ select: { version: true } });
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
  });

  it("that the environment sets are shown with its variable, and refused", async () => {
    const page = await readSettingsPage(admin);
    expect(page.values.maxFileSize).toBe(12);
    expect(page.pins).toEqual({ maxFileSize: "FILE_MAX_MB" });
    const told = await expectRefusal(setOnDesk({ maxFileSize: 5, maxFilesPerDay: 50 }, admin), "conflict");
    expect(told.fields.maxFileSize?.[0]).toContain("FILE_MAX_MB");
    expect(await seenNow()).toMatchObject({ maxFileSize: 12, maxFilesPerDay: 200 });
  });

  it("that a later release has stored are left alone", async () => {
    const row = { version: 1_000, changedAt: new Date() };
    await db().setting.createMany({
      data: [
        { name: "colourOfTheMoon", value: "blue", ...row },
        { name: "maxFilesPerDay", value: "many", ...row },
      ],
    });
    await setOnDesk({ undo: "off" }, admin);
    expect(await readDeskSettings()).toMatchObject({ undo: "off", maxFilesPerDay: 200 });
    expect(await readDeskSettings()).not.toHaveProperty("colourOfTheMoon");
  });
});

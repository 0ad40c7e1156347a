import { beforeAll, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/accounts/sessions";
import { db } from "@/lib/db";
import { findVisit } from "@/lib/entry/find-visit";
import { readDeskSettings, readSettingsForStrangers, refreshSettings } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import { setOnDesk } from "../../support/desk-settings";
import { eventually } from "../../support/eventually";
import { anAgent, run, sessionOf } from "../../support/factories";
import { setSettings } from "../../support/settings";
import { statementsOf } from "../../support/statements";

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("fresh_settings") });
});

/** As another server does, of which this process learns nothing by itself. */
async function setElsewhere(name: string, value: string | number): Promise<void> {
  const { _max } = await db().setting.aggregate({ _max: { version: true } });
  const row = { value, version: (_max.version ?? 0) + 1, changedAt: new Date() };
  await db().setting.upsert({ where: { name }, create: { name, ...row }, update: row });
}

describe("what another server has changed", () => {
  it("holds for a page from its first statement, and for what that statement itself decides", async () => {
    const agent = await anAgent();
    const session = await sessionOf(agent);
    expect((await findVisit(session))?.actor.seesDesk).toBe(true);
    await setElsewhere("agentsSee", "teams");
    expect((await findVisit(session))?.actor.seesDesk).toBe(false);
    expect((await readDeskSettings()).agentsSee).toBe("teams");
    await setElsewhere("agentsSee", "all");
    expect((await actorOfSession(session))?.seesDesk).toBe(true);
  });

  it("costs a page no statement while nothing has changed", async () => {
    const session = await sessionOf(await anAgent());
    await findVisit(session);
    const statements = await statementsOf(async () => {
      await findVisit(session);
      await readDeskSettings();
      await readSettingsForStrangers();
    });
    expect(statements).toHaveLength(1);
  });

  it("holds for a command that begins after it", async () => {
    const agent = await anAgent();
    await setElsewhere("deskName", "Harbour");
    expect(await run(agent, async act => act.settings.deskName)).toBe("Harbour");
  });

  it("holds for a job that begins after it, and for strangers within two seconds", async () => {
    await refreshSettings();
    await setElsewhere("deskName", "Lighthouse");
    expect((await refreshSettings()).deskName).toBe("Lighthouse");
    await setElsewhere("deskName", "Beacon");
    await eventually(async () => expect((await readSettingsForStrangers()).deskName).toBe("Beacon"));
  });

  it("is not lost where the database was restored to an earlier state", async () => {
    await setOnDesk({ deskName: "Before" });
    await db().setting.deleteMany();
    expect((await refreshSettings()).deskName).toBe("Lodge");
  });
});

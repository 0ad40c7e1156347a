import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { readLinkPage } from "@/lib/desk/linked";
import { linkRequest, unlinkRequest } from "@/lib/desk/linking";
import { takeAnswer } from "@/lib/entry/due-replies";
import { makeTestDatabase } from "../../support/databases";
import { anAdmin, anAgent, aRequest, requesterOf, run } from "../../support/factories";
import { linesOf } from "../../support/history";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";
import { retype } from "../../support/type-change";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ AGENTS_SEE: "teams", DATABASE_URL: await makeTestDatabase("out_of_sight") });
  admin = await anAdmin();
});

describe("a change of type", () => {
  it("says first who loses sight of a request that nobody has, and does nothing before that is known", async () => {
    const [one, two] = [await anAgent({ name: "Ann" }), await anAgent({ name: "Bob" })];
    const from = await aTeam({ members: [one, two] });
    const to = await aTeam({ members: [two], types: ["help-with-amtl3"] });
    const reference = await aRequest();
    await run(admin, act => handOverRequest(act, { reference, from: null, to: from }));
    const change = (losing?: number) =>
      retype(one, reference, "help-with-amtl3", { details: "How?" }, { losing });
    const { corrections } = await expectRefusal(change(), "conflict", /You will no longer see/);
    expect((await rowOf(reference)).edition).toBe(1);
    await change(Number(corrections.losing));
    expect((await readDeskPage(two, reference))?.team?.slug).toBe(to);
    expect(await readDeskPage(one, reference)).toBeNull();
    await expectRefusal(retype(one, reference, "other-manual-request", { details: "It." }), "not_found");
  });
});

describe("an answer that gives a request away", () => {
  it.each([
    { mode: "reply" as const, isGiven: true },
    { mode: "note" as const, isGiven: true },
    { mode: "resolve" as const, isGiven: true },
    { mode: "reply" as const, isGiven: false },
  ])(
    "is sent as $mode by whoever sees it as its assignee alone, and they see it no more",
    async ({ mode, isGiven }) => {
      const [agent, colleague] = [await anAgent(), await anAgent()];
      const reference = await aRequest();
      await run(admin, act => assignRequest(act, { reference, from: null, to: agent.id }));
      const to = isGiven ? colleague.id : "nobody";
      const { version } = await rowOf(reference);
      const resolution = mode === "resolve" ? { resolution: "done" as const } : {};
      const sent = { reference, mode, version, body: "It is yours now.", to, ...resolution };
      const { isSeen } = await run(agent, act => takeAnswer(act, sent, false));
      expect(isSeen).toBe(false);
      expect((await rowOf(reference)).assigneeId).toBe(isGiven ? colleague.id : null);
      expect(JSON.stringify(await readDeskPage(admin, reference))).toContain("It is yours now.");
      expect(await readDeskPage(agent, reference)).toBeNull();
    },
  );
});

describe("a link with a request that an agent does not see", () => {
  it("is not shown to them and not theirs to make or remove, and their history does not name the other", async () => {
    const agent = await anAgent();
    const slug = await aTeam({ members: [agent] });
    const [own, foreign, another] = [await aRequest(), await aRequest(), await aRequest()];
    await run(admin, act => handOverRequest(act, { reference: own, from: null, to: slug }));
    const link = (by: PersonActor, reference: string, other: string) =>
      run(by, act => linkRequest(act, { reference, other, kind: "duplicate" }));
    await link(admin, own, foreign);
    const page = await readDeskPage(agent, own);
    expect(page?.linked).toEqual([]);
    expect(linesOf(page).at(-1)).toMatch(/as a duplicate of another request/);
    expect(JSON.stringify(page)).not.toContain(foreign);
    const customer = await requesterOf(own);
    const [hidden, seen] = [await aRequest({ by: customer }), await aRequest({ by: customer })];
    await run(admin, act => handOverRequest(act, { reference: seen, from: null, to: slug }));
    const offered = (await readLinkPage(agent, own))?.others.map(({ reference }) => reference);
    expect(offered).toEqual([seen]);
    expect(JSON.stringify(offered)).not.toContain(hidden);
    await expectRefusal(link(agent, own, another), "not_found");
    await expectRefusal(link(agent, another, own), "not_found");
    for (const [reference, other] of [
      [own, foreign],
      [foreign, own],
    ] as const)
      await expectRefusal(
        run(agent, act => unlinkRequest(act, { reference, other })),
        "not_found",
      );
    expect((await readDeskPage(admin, own))?.linked.map(({ reference }) => reference)).toEqual([foreign]);
  });
});

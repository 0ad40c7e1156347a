import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { minutes } from "@/lib/clock";
import { claimRequest } from "@/lib/desk/assignment";
import { followRequest } from "@/lib/requests/following";
import { deskList, hrefOfTab, isCurrentTab, type QueueTab, queueTabs } from "@/lib/search/desk-list";
import { startOfSpan } from "@/lib/search/filters";
import { listQueue } from "@/lib/search/queue";
import { countQueue } from "@/lib/search/queue-counts";
import { readListQuery } from "@/lib/search/view";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { at } from "../../support/later-on";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

// Other tests raise requests, too.
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("queue_counts") }));

const tabs = Object.keys(queueTabs) as QueueTab[];
const everything = readListQuery(deskList, "");
const viewOf = (tab: QueueTab) => readListQuery(deskList, hrefOfTab(tab, everything).split("?")[1] ?? "");

let stamp = 0;
const countAnew = (actor: PersonActor) => countQueue(actor, String(++stamp));

describe("the tabs of the queue", () => {
  it("count what they list", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    await aTeam({ members: [agent], types: ["feature-request"] });
    await aRequest({ type: "feature-request" });
    const claimed = [await aRequest(), await aRequest(), await aRequest()];
    for (const [place, reference] of claimed.entries())
      await run(place === 0 ? colleague : agent, act => claimRequest(act, { reference }));
    const followed = await aRequest();
    await run(agent, act => followRequest(act, { reference: followed, follows: true }));
    await aRequestIn("waiting_for_customer", { agent: colleague });
    await aRequestIn("resolved", { agent: colleague });
    await aRequestIn("resolved", { agent: colleague, at: new Date("2026-03-01T12:00:00Z") });
    const counts = await countAnew(agent);
    for (const tab of tabs) {
      const { rows, hasStopped } = await listQueue(agent, viewOf(tab));
      expect({ tab, count: counts[tab], hasStopped }).toEqual({ tab, count: rows.length, hasStopped: false });
    }
    expect(counts).toMatchObject({ mine: 2, my_teams: 1, following: 1, resolved_today: 1 });
    expect((await countAnew(colleague)).mine).not.toBe(counts.mine);
    expect((await countAnew(colleague)).my_teams).toBeNull();
  });

  it("lead to a page on which they are the current one, unless words are searched", () => {
    for (const tab of tabs) expect(tabs.filter(other => isCurrentTab(other, viewOf(tab)))).toEqual([tab]);
    expect(tabs.filter(tab => isCurrentTab(tab, { ...viewOf("mine"), words: "printer" }))).toEqual([]);
  });

  it("begin today at midnight where the agent is", async () => {
    const agent = await anAgent();
    const [east, west] = [
      { ...agent, timeZone: "Pacific/Kiritimati" },
      { ...agent, timeZone: "America/St_Johns" },
    ];
    await at(Date.UTC(2026, 5, 10, 1), async () => {
      expect(startOfSpan("today", east.timeZone)).toEqual(new Date("2026-06-09T10:00:00Z"));
      expect(startOfSpan("today", west.timeZone)).toEqual(new Date("2026-06-09T02:30:00Z"));
      expect(startOfSpan("week", "UTC")).toEqual(new Date("2026-06-04T00:00:00Z"));
    });
  });

  it("say so at once when something has happened, and otherwise share one count for a second", async () => {
    const agent = await anAgent();
    const reference = await aRequest();
    const before = await countQueue(agent, "before");
    await moveTo(agent, reference, "resolve", { resolution: "done", body: "Mended." });
    expect(await countQueue(agent, "before")).toBe(before);
    const after = await countQueue(agent, "after");
    expect([after.resolved_today, after.open]).toEqual([
      (before.resolved_today ?? 0) + 1,
      (before.open ?? 0) - 1,
    ]);
  });

  it("stop at a hundred", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const since = Date.now() - minutes(60);
    for (let count = 0; count < 101; count++) await aRequest({ by: customer, at: new Date(since + count) });
    expect((await countAnew(agent)).open).toBe(100);
  });

  it("do not exist for customers", async () => {
    await expectRefusal(countQueue(await aCustomer(), "any"), "not_found");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { handOverRequest } from "@/lib/desk/handover";
import { linkRequest } from "@/lib/desk/linking";
import { deskList } from "@/lib/search/desk-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

beforeAll(async () => setSettings({ AGENTS_SEE: "teams", DATABASE_URL: await makeTestDatabase("linked") }));

const find = async (reader: PersonActor, query: string) =>
  (await listQueue(reader, readListQuery(deskList, `status=all&${query}`))).rows.map(
    ({ reference }) => reference,
  );

describe("filters by link, where agents see the requests of their teams alone,", () => {
  it("say nothing of links with a request that is not on the reader's desk", async () => {
    const [admin, agent] = [await anAdmin(), await anAgent()];
    const [ours, theirs] = [await aTeam({ members: [agent] }), await aTeam()];
    const [mine, other, hidden] = [await aRequest(), await aRequest(), await aRequest()];
    for (const [reference, to] of [
      [mine, ours],
      [other, ours],
      [hidden, theirs],
    ] as const)
      await run(admin, act => handOverRequest(act, { reference, from: null, to }));
    await run(admin, act => linkRequest(act, { reference: mine, other: hidden, kind: "duplicate" }));
    for (const [query, seen] of [
      [`linked=${hidden}`, [mine]],
      [`linked=${mine}`, [hidden]],
      ["link=duplicate", [mine]],
      ["link=duplicated", [hidden]],
    ] as const) {
      expect(await find(admin, query), query).toEqual(seen);
      expect(await find(agent, query), query).toEqual([]);
    }
    expect(await find(admin, "not=link:linked")).toEqual([other]);
    expect((await find(agent, "not=link:linked")).toSorted()).toEqual([mine, other].toSorted());
    await run(admin, act => handOverRequest(act, { reference: hidden, from: theirs, to: ours }));
    expect(await find(agent, `linked=${hidden}`)).toEqual([mine]);
    expect(await find(agent, "link=duplicate")).toEqual([mine]);
  });

  it("exist for agents alone", async () => {
    await expectRefusal(listQueue(await aCustomer(), readListQuery(deskList, "link=linked")), "not_found");
  });
});

import { beforeAll, expect, it } from "vitest";
import { fill } from "@/bench/fill";
import { db } from "@/lib/db";
import { applyRetention } from "@/lib/entry/retention";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { makeTestDatabase } from "../../support/databases";
import { eventually } from "../../support/eventually";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { switchOn } from "../../support/retention";
import { setSettings, settingsInUse } from "../../support/settings";

beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("retention_many") }));

it("ten thousand old requests go in batches, while others raise, read and answer theirs", async () => {
  await fill(settingsInUse().DATABASE_URL, { people: 100, requests: 14_000, commentsEach: 1 });
  await db().$executeRaw`
    update requests set status = 'closed', "resolvedAt" = now() - interval '3 years' where id in (
      select id from requests where status = 'resolved' order by id limit 10000)`;
  await switchOn(await anAdmin(), "requests", 24);
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const reference = await aRequest({ by: customer });
  let isOver = false;
  const deleting = applyRetention().finally(() => {
    isOver = true;
  });
  const waits: number[] = [];
  const rounds = 8;
  for (let round = 1; round <= rounds; round++) {
    await eventually(async () =>
      expect(isOver || (await db().tombstone.count()) > (round * 10_000) / (rounds + 2)).toBe(true),
    );
    const began = performance.now();
    await aRequest({ by: customer });
    await run(agent, act => commentOnRequest(act, { reference, body: "We look at it." }));
    expect(await readRequestPage(customer, reference)).not.toBeNull();
    expect((await listRequests(customer, readView(""))).rows.length).toBeGreaterThan(0);
    waits.push(performance.now() - began);
  }
  await deleting;
  // A batch holds nobody up: not one round came near the time limit of a statement.
  expect(Math.max(...waits)).toBeLessThan(5_000);
  expect(await db().tombstone.count()).toBe(10_000);
  expect(await db().serviceRequest.count({ where: { status: "closed" } })).toBe(0);
  expect(await db().serviceRequest.count()).toBe(4_000 + 1 + rounds);
});

import { expect, it } from "vitest";
import { type PersonActor, system } from "@/lib/actor";
import { maxRequests } from "@/lib/bulk-runs/input";
import { actOnItem, findWaiting } from "@/lib/bulk-runs/item";
import { db } from "@/lib/db";
import { perform } from "@/lib/entry/perform";
import { anOrder, carryOut } from "../../support/bulk-runs";
import { aCustomer, anAgent, aRequest } from "../../support/factories";

async function severalOf(by: PersonActor, count: number): Promise<string[]> {
  const references: string[] = [];
  while (references.length < count) references.push(await aRequest({ by }));
  return references;
}

/** What a worker does that is killed once it has acted, and before that is committed. */
async function beKilled(runId: string): Promise<void> {
  const key = await findWaiting(runId);
  const act = perform(
    system("bulk"),
    async act => {
      if (key) await actOnItem(act, key, "https://desk.test");
      throw new Error("killed");
    },
    new Date(),
    { runId },
  );
  await expect(act).rejects.toThrow("killed");
}

it("a bulk run of as many requests as there may be ends with a row for each, and two workers and a killed one double nothing", async () => {
  const agent = await anAgent();
  const customers = await Promise.all(Array.from({ length: 4 }, () => aCustomer()));
  const parts = await Promise.all(customers.map(by => severalOf(by, maxRequests / customers.length)));
  const runId = await anOrder(agent, "reply", parts.flat(), { body: "We have found the fault." });
  await beKilled(runId);
  await Promise.all([carryOut(runId), carryOut(runId)]);

  const items = await db().bulkItem.groupBy({ by: ["state"], where: { runId }, _count: true });
  expect(items).toEqual([{ state: "done", _count: maxRequests }]);
  const ofRun = { request: { bulkItems: { some: { runId } } } };
  const comments = await db().comment.groupBy({ by: ["requestId"], where: ofRun, _count: true });
  expect(comments).toHaveLength(maxRequests);
  expect(comments.every(({ _count }) => _count === 1)).toBe(true);
  // Each customer is told of each of their requests once, in mails of a hundred at most.
  for (const { id, email } of customers) {
    expect(await db().notice.count({ where: { personId: id, kind: "comment_posted" } })).toBe(250);
    expect(await db().notice.count({ where: { personId: id, runId: { not: null } } })).toBe(0);
    expect(await db().delivery.count({ where: { to: email, kind: "several_requests" } })).toBe(3);
  }
});

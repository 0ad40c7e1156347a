import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { claimRequest } from "@/lib/desk/assignment";
import { listQueue, queueFilter } from "@/lib/desk/queue";
import { commentOnRequest } from "@/lib/requests/comments";
import { aCustomer, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const mine = (after?: string) => queueFilter.parse({ assigned: "me", ...(after && { after }) });

async function claimed(agent: PersonActor, ...references: string[]): Promise<string[]> {
  for (const reference of references) await run(agent, act => claimRequest(act, { reference }));
  return references;
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe("the queue", () => {
  it("puts who has waited longest first, and those whose turn it is themselves last", async () => {
    const agent = await anAgent();
    const [asked = "", old = "", young = "", answered = ""] = await claimed(
      agent,
      await aRequestIn("waiting_for_customer", { at: hoursAgo(9) }),
      await aRequest({ at: hoursAgo(5) }),
      await aRequest({ at: hoursAgo(1) }),
      await aRequest({ at: hoursAgo(8) }),
    );
    await run(agent, act => commentOnRequest(act, { reference: answered, body: "Here you are." }));
    const { rows } = await listQueue(agent, mine());
    expect(rows.map(row => row.reference)).toEqual([old, young, asked, answered]);
    expect(rows.map(row => row.waitingSince !== null)).toEqual([true, true, false, false]);
  });

  it("shows each request once across pages and turns", async () => {
    const agent = await anAgent();
    const customer = await aCustomer();
    const references: string[] = [];
    for (let count = 0; count < 60; count++)
      references.push(await aRequest({ by: customer, at: hoursAgo(count % 7) }));
    await claimed(agent, ...references);
    for (const reference of references.slice(0, 8))
      await run(agent, act => commentOnRequest(act, { reference, body: "Done?" }));
    const first = await listQueue(agent, mine());
    const second = await listQueue(agent, mine(first.next ?? ""));
    expect(second.next).toBeNull();
    const seen = [...first.rows, ...second.rows].map(row => row.reference);
    expect(seen).toHaveLength(60);
    expect(new Set(seen)).toEqual(new Set(references));
  });

  it("falls back to the whole queue on a filter it does not know", () => {
    expect(queueFilter.parse({ status: "nonsense", assigned: ["me", "x"], after: {} })).toEqual({
      status: "open",
      assigned: "anyone",
    });
  });

  it("does not exist for a customer", async () => {
    await expectRefusal(listQueue(await aCustomer(), mine()), "not_found");
  });
});

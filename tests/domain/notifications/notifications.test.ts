import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { before, days } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { closeResolved } from "@/lib/entry/jobs";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { deliveriesOf, mailsOf, rowOf } from "../../support/records";

async function mailsCausedIn(reference: string, happen: () => Promise<unknown>): Promise<string[]> {
  const before = (await deliveriesOf(reference)).length;
  await happen();
  return (await deliveriesOf(reference)).slice(before).map(({ kind, to }) => `${kind} → ${to}`);
}

describe("everyone hears of what happens, once, and never of their own act", () => {
  it("along the whole life of a request", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const move = (actor: Actor, name: Parameters<typeof moveTo>[2], words?: Parameters<typeof moveTo>[3]) =>
      mailsCausedIn(reference, () => moveTo(actor, reference, name, words));
    expect(await mailsCausedIn(reference, () => run(agent, act => claimRequest(act, { reference })))).toEqual(
      [],
    );
    expect(await move(agent, "start")).toEqual([`status_changed → ${customer.email}`]);
    expect(await move(agent, "ask", { body: "Which one?" })).toEqual([`waiting_for_you → ${customer.email}`]);
    expect(await move(customer, "respond", { body: "The red one." })).toEqual([
      `customer_replied → ${agent.email}`,
    ]);
    expect(await move(agent, "resolve", { resolution: "done" })).toEqual([`resolved → ${customer.email}`]);
    expect(await move(customer, "reopen")).toEqual([`customer_replied → ${agent.email}`]);
    expect(await move(customer, "kill", { body: "Never mind." })).toEqual([
      `customer_replied → ${agent.email}`,
    ]);
    expect(await move(agent, "reopen")).toEqual([`reopened → ${customer.email}`]);
  });

  it("and reads what the customer did, and why", async () => {
    const [customer, agent] = [await aCustomer({ name: "Noor Haddad" }), await anAgent()];
    const reference = await aRequest({ by: customer });
    await run(agent, act => claimRequest(act, { reference }));
    const told = async () => (await mailsOf(reference)).at(-1)?.text;
    await moveTo(customer, reference, "kill", { body: "Never mind." });
    expect(await told()).toMatch(
      /Noor Haddad killed the issue[\s\S]*Resolved by customer[\s\S]*Never mind\./i,
    );
    await moveTo(customer, reference, "reopen", { body: "It is back." });
    expect(await told()).toMatch(/Noor Haddad re-opened the request[\s\S]*It is back\./i);
  });

  it("in one thread: one subject, one root, marked as sent by a machine", async () => {
    const reference = await aRequestIn("resolved", { summary: "The door squeaks" });
    const { id } = await rowOf(reference);
    const mails = await mailsOf(reference);
    expect(mails.length).toBeGreaterThan(1);
    for (const { subject, headers } of mails) {
      expect(subject).toBe(`[${reference}] The door squeaks`);
      expect(headers).toMatchObject({
        References: `<${id}@localhost>`,
        "In-Reply-To": `<${id}@localhost>`,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "List-Id": "<requests.localhost>",
      });
    }
  });

  it("with a job in the queue for every mail, made in the same moment", async () => {
    const { id } = await rowOf(await aRequest());
    const { id: delivery } = await db().delivery.findFirstOrThrow({
      where: { requestId: id },
      select: { id: true },
    });
    const jobs = await db().$queryRaw<
      { key: string }[]
    >`select key from graphile_worker.jobs where key = ${delivery}`;
    expect(jobs).toHaveLength(1);
  });
});

describe("a resolved request", () => {
  it("is closed when the re-open window is over, and its customer is told", async () => {
    const customer = await aCustomer();
    const at = before(new Date(), days(31));
    const over = await aRequestIn("resolved", { by: customer, at });
    const recent = await aRequestIn("resolved", { by: customer });
    await closeResolved();
    expect((await rowOf(over)).status).toBe("closed");
    expect((await mailsOf(over)).at(-1)).toMatchObject({
      kind: "closed",
      to: customer.email,
      text: expect.stringContaining(`/catalog/other-manual-request?follows=${over}`),
    });
    expect((await rowOf(recent)).status).toBe("resolved");
  });
});

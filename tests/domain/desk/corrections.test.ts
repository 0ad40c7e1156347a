import { describe, expect, it } from "vitest";
import { days, later } from "@/lib/clock";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { snoozeRequest } from "@/lib/desk/snooze";
import { readCorrectionPage } from "@/lib/requests/correct";
import { readRequestPage } from "@/lib/requests/customer-view";
import { muteRequest } from "@/lib/requests/mute";
import { correct } from "../../support/correct";
import { aCustomer, anAgent, aParticipant, aRequest, aRequestIn, run } from "../../support/factories";
import { mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const problem = {
  type: "report-a-problem-with-amtl3",
  summary: "Two columns are missing",
  answers: { impact: "it_is_only_a_flaw", details: "City and street." },
};
const aProblem = (by: Parameters<typeof aParticipant>[1]) => aRequest({ by, ...problem });

describe("a correction by an agent", () => {
  it("is told to all on the request by email, in their own words and not to who did it, and stands in the history", async () => {
    const [customer, guest, agent, other] = [
      await aCustomer(),
      await aCustomer(),
      await anAgent(),
      await anAgent(),
    ];
    const reference = await aProblem(customer);
    await aParticipant(reference, guest);
    await run(other, act => claimRequest(act, { reference }));
    await correct(agent, reference, {
      summary: "Three columns are missing",
      answers: { ...problem.answers, impact: "some_work_is_blocked" },
    });
    expect((await rowOf(reference)).edition).toBe(2);
    const told = (await mailsOf(reference)).filter(({ kind }) => kind === "corrected_by_support");
    expect(told.map(({ to }) => to).sort()).toEqual([customer.email, guest.email].sort());
    for (const { subject, text } of told) {
      expect(subject).toBe(`[${reference}] Two columns are missing`);
      expect(text).toContain(`${agent.name} corrected the request`);
      expect(text).toMatch(/It is only a flaw[\s\S]*Some work is blocked/);
      expect(text).toContain(`/requests/${reference}`);
      expect(text).not.toContain("/agent/");
    }
    for (const page of [await readRequestPage(customer, reference), await readDeskPage(other, reference)])
      expect(page?.timeline.find(({ kind }) => kind === "correction")).toMatchObject({
        actor: { name: agent.name, side: "support" },
        changes: [
          { after: { value: "Three columns are missing" } },
          { label: "How badly does it hold you up?" },
        ],
      });
  });

  it("is not mailed to whoever muted the request", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    await run(customer, act => muteRequest(act, { reference, muted: true }));
    await correct(await anAgent(), reference, { summary: "Three columns are missing" });
    expect((await mailsOf(reference)).map(({ kind }) => kind)).toEqual(["request_received"]);
  });

  it("is offered on the agents' pages alone, and on the customers' to the requester alone", async () => {
    const [customer, agent, between] = [await aCustomer(), await anAgent(), await anAgent()];
    const reference = await aProblem(customer);
    await aParticipant(reference, between);
    expect((await readDeskPage(agent, reference))?.canCorrect).toBe(true);
    expect((await readRequestPage(between, reference))?.canCorrect).toBe(false);
    expect(await readCorrectionPage(agent, reference, "agent")).toMatchObject({ reference, edition: 1 });
    expect(await readCorrectionPage(agent, reference, "customer")).toBeNull();
    expect(await readCorrectionPage(customer, reference, "agent")).toBeNull();
    expect(await readCorrectionPage(between, reference, "agent")).not.toBeNull();
  });

  it("moves nothing in the queue, ends no snooze, and follows the priority rule", async () => {
    const agent = await anAgent();
    const reference = await aProblem(await aCustomer());
    await run(agent, act => snoozeRequest(act, { reference, until: later(act.at, days(1)) }));
    const before = await rowOf(reference);
    await correct(agent, reference, { answers: { ...problem.answers, impact: "some_work_is_blocked" } });
    const { waitingSince, deskSpokeLast, status, snoozedUntil, version } = before;
    const after = await rowOf(reference);
    expect(after).toMatchObject({ waitingSince, deskSpokeLast, status, snoozedUntil, version });
    expect(after.priority).not.toBe(before.priority);
  });

  it("and one by the customer at the same time do not overwrite each other unseen", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aProblem(customer);
    await correct(customer, reference, { summary: "As the customer has it" });
    const mine = { summary: "As the agent has it", edition: 1 };
    const { fields, corrections } = await expectRefusal(correct(agent, reference, mine), "conflict");
    expect(fields.summary?.[0]).toContain("As the customer has it");
    await correct(agent, reference, { ...mine, edition: Number(corrections.edition) });
    expect((await rowOf(reference)).summary).toBe("As the agent has it");
  });

  it("is refused once the request is resolved", async () => {
    const agent = await anAgent();
    const reference = await aRequestIn("resolved", problem);
    await expectRefusal(correct(agent, reference, { summary: "Late" }), "forbidden", /Resolved/);
    expect((await readDeskPage(agent, reference))?.canCorrect).toBe(false);
  });
});

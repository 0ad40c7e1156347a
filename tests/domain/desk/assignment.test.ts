import { describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { numberOf } from "@/lib/requests/reference";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const requestOf = (reference: string) =>
  db().serviceRequest.findUniqueOrThrow({
    where: { number: numberOf(reference) ?? 0 },
    select: { id: true, assigneeId: true },
  });

describe("looking after a request", () => {
  it("goes to exactly one of two agents who claim it at once; the other is told kindly", async () => {
    const reference = await aRequest();
    const agents = await Promise.all([anAgent(), anAgent()]);
    const outcomes = await Promise.allSettled(
      agents.map(agent => run(agent, act => claimRequest(act, { reference }))),
    );
    const losers = outcomes.filter(outcome => outcome.status === "rejected");
    expect(losers).toHaveLength(1);
    await expectRefusal(Promise.reject(losers[0]?.reason), "conflict", /faster/);
    const { id } = await requestOf(reference);
    expect(await db().event.count({ where: { requestId: id, type: "request_assigned" } })).toBe(1);
  });

  it("given to a colleague is told to them by mail, and to nobody when taken oneself", async () => {
    const reference = await aRequest();
    const [one, other] = await Promise.all([anAgent(), anAgent()]);
    await run(one, act => claimRequest(act, { reference }));
    await run(one, act => assignRequest(act, { reference, from: one.id, to: other.id }));
    const { id, assigneeId } = await requestOf(reference);
    expect(assigneeId).toBe(other.id);
    const mails = await db().delivery.findMany({
      where: { requestId: id, kind: "assigned_to_you" },
      select: { to: true },
    });
    expect(mails).toEqual([{ to: other.email }]);
  });

  it("is no matter for customers, and cannot be given to one, nor to a suspended agent", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await expectRefusal(
      run(customer, act => claimRequest(act, { reference })),
      "forbidden",
    );
    await expectRefusal(
      run(await aCustomer(), async act => claimRequest(act, { reference })),
      "not_found",
    );
    const [agent, gone] = await Promise.all([anAgent(), anAgent()]);
    await run(operator, act => suspendPerson(act, gone.email));
    for (const to of [customer.id, gone.id])
      await expectRefusal(
        run(agent, act => assignRequest(act, { reference, from: null, to })),
        "invalid",
        /active agent/,
      );
  });

  it("is not taken from somebody by an outdated page", async () => {
    const reference = await aRequest();
    const [one, two, three] = await Promise.all([anAgent(), anAgent(), anAgent()]);
    await run(one, act => claimRequest(act, { reference }));
    await expectRefusal(
      run(two, act => assignRequest(act, { reference, from: null, to: three.id })),
      "conflict",
    );
    expect((await requestOf(reference)).assigneeId).toBe(one.id);
  });
});

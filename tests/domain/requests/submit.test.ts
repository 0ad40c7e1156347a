import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { type Submission, submitRequest } from "@/lib/requests/submit";
import { aCustomer, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

async function aSubmission(): Promise<Submission> {
  const form = await readForm("other-manual-request");
  return {
    formVersionId: form?.formVersionId ?? "",
    submissionKey: randomUUID(),
    summary: "The lamp flickers",
    answers: { details: "Since Monday." },
  };
}

describe("raising a request", () => {
  it("makes one request, one event and one confirmation, however often and at once the form is sent", async () => {
    const customer = await aCustomer();
    const input = await aSubmission();
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => run(customer, act => submitRequest(act, input))),
    );
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    const [id = "", ...others] = new Set(sent.map(raised => raised.id));
    expect(others).toEqual([]);
    expect(await db().serviceRequest.count({ where: { requesterId: customer.id } })).toBe(1);
    expect(await db().event.count({ where: { requestId: id } })).toBe(1);
    const deliveries = await db().delivery.findMany({
      where: { requestId: id },
      select: { kind: true, to: true },
    });
    expect(deliveries).toEqual([{ kind: "request_received", to: customer.email }]);
  });

  it("refuses the same form with other words, and names the request it already became", async () => {
    const customer = await aCustomer();
    const input = await aSubmission();
    const { reference } = await run(customer, act => submitRequest(act, input));
    const again = run(customer, act => submitRequest(act, { ...input, summary: "Something else" }));
    await expectRefusal(again, "conflict", new RegExp(`already sent as ${reference}`));
  });

  it("lets another person use the same key", async () => {
    const input = await aSubmission();
    const one = await run(await aCustomer(), act => submitRequest(act, input));
    const other = await run(await aCustomer(), act => submitRequest(act, input));
    expect(one.reference).not.toBe(other.reference);
  });

  it("leaves nothing behind when the action fails after its event, and never uses the number again", async () => {
    const customer = await aCustomer();
    const input = await aSubmission();
    let lost = "";
    const failing = run(customer, async act => {
      lost = (await submitRequest(act, input)).reference;
      throw new Error("the light went out");
    });
    await expect(failing).rejects.toThrow("the light went out");
    expect(await db().serviceRequest.count({ where: { requesterId: customer.id } })).toBe(0);
    expect(await db().event.count({ where: { actorId: customer.id } })).toBe(0);
    expect(await db().delivery.count({ where: { personId: customer.id } })).toBe(0);
    expect((await run(customer, act => submitRequest(act, input))).reference).not.toBe(lost);
  });
});

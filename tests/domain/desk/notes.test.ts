import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { sendAnswer } from "@/lib/entry/desk-forms";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

describe("an internal note", () => {
  it("is read by agents, and by the customer nowhere: not on the page, not in a mail, not as activity", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const canary = `canary-${randomUUID()}`;
    const before = await readRequestPage(customer, reference);
    const agent = await anAgent();
    await run(agent, act => addNote(act, { reference, body: canary }));
    expect(JSON.stringify(await readDeskPage(agent, reference))).toContain(canary);
    expect(await readRequestPage(customer, reference)).toEqual(before);
    const mails = await db().delivery.count({
      where: { OR: [{ html: { contains: canary } }, { text: { contains: canary } }] },
    });
    expect(mails).toBe(0);
  });

  it("cannot be written by a customer, who cannot open the agents' page either", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await expectRefusal(
      run(customer, act => addNote(act, { reference, body: "x" })),
      "forbidden",
    );
    expect(await readDeskPage(customer, reference)).toBeNull();
  });

  it("cannot be written on a request one cannot see", async () => {
    const reference = await aRequest();
    await expectRefusal(
      run(await aCustomer(), async act => addNote(act, { reference, body: "x" })),
      "not_found",
    );
  });

  it("needs words, like every answer but a move that needs none", async () => {
    const reference = await aRequest();
    const agent = await anAgent();
    const send = (mode: "note" | "reply" | "ask") =>
      run(agent, act => sendAnswer(act, { reference, version: 1, mode }));
    for (const mode of ["note", "reply", "ask"] as const) {
      const refusal = await expectRefusal(send(mode), "invalid");
      expect(refusal.fields).toHaveProperty("body");
    }
  });
});

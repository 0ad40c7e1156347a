import { describe, expect, it } from "vitest";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, anAgent, aRequestIn, moveTo, run } from "../../support/factories";

describe("what support waits for", () => {
  it("is its latest question with what it added since, until it is answered", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequestIn("in_progress", { by: customer });
    const question = async () =>
      (await readRequestPage(customer, reference))?.question.map(({ body }) => body);
    await run(agent, act => commentOnRequest(act, { reference, body: "We look into it." }));
    expect(await question()).toEqual([]);
    await moveTo(agent, reference, "ask", { body: "Which floor?" });
    expect(await question()).toEqual(["Which floor?"]);
    await run(agent, act => commentOnRequest(act, { reference, body: "And which room?" }));
    expect(await question()).toEqual(["Which floor?", "And which room?"]);
    await moveTo(agent, reference, "ask", { body: "Which building?" });
    expect(await question()).toEqual(["Which building?"]);
    await run(customer, act => commentOnRequest(act, { reference, body: "The old one." }));
    expect(await question()).toEqual([]);
  });

  it("stays short, however much support adds", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequestIn("waiting_for_customer", { by: customer });
    for (const body of ["One", "Two", "Three", "Four"])
      await run(agent, act => commentOnRequest(act, { reference, body }));
    const page = await readRequestPage(customer, reference);
    expect(page?.question.map(({ body }) => body)).toEqual(["Two", "Three", "Four"]);
  });
});

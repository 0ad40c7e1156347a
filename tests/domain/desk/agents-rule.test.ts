import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import type { Field } from "@/lib/catalog/fields";
import { readForm, readWholeForm } from "@/lib/catalog/queries";
import { setPriorityRule } from "@/lib/catalog/rule";
import { raiseFor } from "@/lib/desk/on-behalf";
import { setPriority } from "@/lib/desk/priority";
import { correctAsAgent, publishes } from "../../support/agents-questions";
import { aType } from "../../support/catalog";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { retypeAsAgent } from "../../support/type-change";

const details: Field = { key: "details", kind: "long_text", label: "How can we help?", required: true };
const bike: Field = {
  key: "bike",
  kind: "single_choice",
  label: "Which bike?",
  options: [
    { value: "city", label: "City bike" },
    { value: "race", label: "Race bike" },
  ],
};
const cause: Field = {
  ...{ key: "cause", kind: "single_choice", label: "What caused it?", agentsOnly: true },
  options: [
    { value: "wear", label: "Wear" },
    { value: "crash", label: "A crash" },
  ],
};
const answers = { details: "It squeaks.", bike: "race" };

let agent: PersonActor;
let customer: PersonActor;
beforeAll(async () => {
  [agent, customer] = [await anAgent(), await aCustomer()];
});

describe("the rule of priority of a form that asks agents", () => {
  it("keeps what it asks them when its priority rule is set, which can go by what they answer", async () => {
    const [slug, admin] = [await aType(), await anAdmin()];
    await publishes(slug, [details, bike, cause]);
    const idOf = async () => (await readForm(slug))?.formVersionId ?? "";
    const set = async (field: string, value: string) => {
      const rule = { field, priorities: { [value]: "urgent" as const } };
      const formVersionId = await idOf();
      await run(admin, act => setPriorityRule(act, { slug, formVersionId, rule }));
    };
    await set("bike", "race");
    expect(await readWholeForm(await idOf())).toEqual([details, bike, cause]);
    await expectRefusal(set("cause", "nothing"), "invalid");
    await set("cause", "crash");
    const reference = await aRequest({ by: customer, type: slug, answers });
    const priorityOf = async (one: string) => (await rowOf(one)).priority;
    expect(await priorityOf(reference)).toBe("normal");
    await correctAsAgent(agent, reference, { answers: { cause: "crash" } });
    expect(await priorityOf(reference)).toBe("urgent");
    await correctAsAgent(agent, reference, { answers: { cause: "wear" } });
    expect(await priorityOf(reference)).toBe("normal");
    // What the customer said decides nothing then, and what agents set by hand stays.
    await correctAsAgent(agent, reference, { answers: { bike: "city" } });
    await run(agent, act => setPriority(act, { reference, to: "low" }));
    await correctAsAgent(agent, reference, { answers: { cause: "crash" } });
    expect(await priorityOf(reference)).toBe("low");
    const other = await aType();
    const retyped = await aRequest({ by: customer, type: other, answers: { details: "It fell." } });
    await retypeAsAgent(agent, retyped, slug, { ...answers, cause: "crash" });
    expect(await priorityOf(retyped)).toBe("urgent");
  });

  it("goes by an agent’s answer from the start where an agent raises it", async () => {
    const [slug, admin] = [await aType(), await anAdmin()];
    await publishes(slug, [details, cause]);
    const { formVersionId: first = "" } = (await readForm(slug)) ?? {};
    const rule = { field: "cause", priorities: { crash: "urgent" as const } };
    await run(admin, act => setPriorityRule(act, { slug, formVersionId: first, rule }));
    const { formVersionId = "" } = (await readForm(slug)) ?? {};
    const { reference } = await run(agent, act =>
      raiseFor(act, {
        ...{ customer: customer.id, formVersionId, submissionKey: randomUUID(), summary: "It fell" },
        ...{ answers: { details: "It fell." }, agentAnswers: { cause: "crash" } },
      }),
    );
    expect((await rowOf(reference)).priority).toBe("urgent");
    expect((await eventsOf(reference)).map(({ type: happened }) => happened)).toEqual(["request_submitted"]);
  });
});

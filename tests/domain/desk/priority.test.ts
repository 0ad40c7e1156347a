import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { priorityInput } from "@/lib/desk/input";
import { setPriority } from "@/lib/desk/priority";
import type { Priority } from "@/lib/generated/enums";
import { readRequestPage } from "@/lib/requests/customer-view";
import { correct } from "../../support/correct";
import {
  aCustomer,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  requesterOf,
  run,
} from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const type = "report-a-problem-with-amtl3";
const answered = (impact: string) => ({ impact, details: "It burns.", people: "3" });
const aProblem = (impact: string, by?: PersonActor) =>
  aRequest({ type, answers: answered(impact), ...(by && { by }) });

const priorityOf = async (reference: string) => (await rowOf(reference)).priority;
const set = (agent: PersonActor, reference: string, to: Priority, from?: Priority) =>
  run(agent, act => setPriority(act, { reference, to, ...(from && { from }) }));
const eventsOf = async (reference: string) =>
  db().event.findMany({
    where: { requestId: (await rowOf(reference)).id, type: "priority_set" },
    orderBy: { id: "asc" },
    select: { data: true, actorId: true, part: true },
  });

describe("the priority of a request", () => {
  it("comes from the answer that its form says, and is normal without one", async () => {
    expect(await priorityOf(await aProblem("nobody_can_work"))).toBe("urgent");
    expect(await priorityOf(await aProblem("some_work_is_blocked"))).toBe("high");
    expect(await priorityOf(await aProblem("there_is_a_way_around"))).toBe("normal");
    expect(await priorityOf(await aProblem("it_is_only_a_flaw"))).toBe("low");
    const reference = await aRequest();
    expect(await priorityOf(reference)).toBe("normal");
    expect(await eventsOf(reference)).toEqual([]);
  });

  it("follows a correction of that answer, and of no other, until an agent sets it", async () => {
    const reference = await aProblem("it_is_only_a_flaw");
    const [customer, agent] = [await requesterOf(reference), await anAgent()];
    await correct(customer, reference, { answers: { ...answered("it_is_only_a_flaw"), details: "Smoke." } });
    expect(await eventsOf(reference)).toEqual([]);
    await correct(customer, reference, { answers: answered("nobody_can_work") });
    expect(await priorityOf(reference)).toBe("urgent");
    await set(agent, reference, "high");
    await correct(customer, reference, { answers: answered("it_is_only_a_flaw") });
    expect(await priorityOf(reference)).toBe("high");
    expect(await eventsOf(reference)).toEqual([
      { data: { from: "low", to: "urgent" }, actorId: null, part: "catalog" },
      { data: { from: "urgent", to: "high" }, actorId: agent.id, part: null },
    ]);
  });

  it("is in the history of agents, and for whoever takes part nothing has happened", async () => {
    const customer = await aCustomer();
    const reference = await aProblem("it_is_only_a_flaw", customer);
    const [agent, participant] = [await anAgent(), await aParticipant(reference)];
    const pages = () => Promise.all([customer, participant].map(one => readRequestPage(one, reference)));
    const before = await pages();
    const { lastActivityAt } = await rowOf(reference);
    const mails = await db().delivery.count();
    await set(agent, reference, "urgent");
    expect(await pages()).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(/priority|urgent/i);
    expect((await rowOf(reference)).lastActivityAt).toEqual(lastActivityAt);
    expect(await db().delivery.count()).toBe(mails);
    const page = await readDeskPage(agent, reference);
    expect(page?.priority).toBe("urgent");
    expect(page?.timeline.at(-1)).toMatchObject({ kind: "change", line: { code: "history.prioritised" } });
  });

  it("can be set of a request that is closed, and setting what it is records nothing", async () => {
    const [reference, agent] = [await aRequestIn("closed"), await anAgent()];
    await set(agent, reference, "low");
    await set(agent, reference, "low", "normal");
    expect(await priorityOf(reference)).toBe("low");
    expect(await eventsOf(reference)).toHaveLength(1);
  });

  it("is no matter for customers, also those who take part, and unknown to strangers", async () => {
    const reference = await aRequest();
    for (const person of [await requesterOf(reference), await aParticipant(reference)])
      await expectRefusal(set(person, reference, "urgent"), "forbidden", /Only agents/);
    await expectRefusal(set(await aCustomer(), reference, "urgent"), "not_found");
    expect(await priorityOf(reference)).toBe("normal");
  });

  it("is not changed from an outdated page, which is told what it is now", async () => {
    const reference = await aRequest();
    const agents = await Promise.all([anAgent(), anAgent()]);
    const outcomes = await Promise.allSettled(
      agents.map((agent, place) => set(agent, reference, place ? "high" : "low", "normal")),
    );
    const lost = outcomes.filter(outcome => outcome.status === "rejected");
    expect(lost).toHaveLength(1);
    await expectRefusal(Promise.reject(lost[0]?.reason), "conflict", /priority is now (High|Low)/);
    expect(await eventsOf(reference)).toHaveLength(1);
  });

  it("is one of four", () => {
    const misfits = [{}, { to: "" }, { to: "highest" }, { to: "low", from: "lowest" }];
    for (const misfit of misfits)
      expect(priorityInput.safeParse({ reference: "LDG-1", ...misfit }).success).toBe(false);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { assignRequest } from "@/lib/desk/assignment";
import { keepHabits } from "@/lib/desk/habits";
import { snoozeRequest } from "@/lib/desk/snooze";
import { goingOn, nextOf, type SentInList } from "@/lib/entry/onward";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const next = "/agent/requests/LDG-9";
let agent: PersonActor;
let reference: string;

beforeAll(async () => {
  agent = await anAgent();
  await run(agent, act => keepHabits(act, { after: "next" }));
});

beforeEach(async () => {
  reference = await aRequest();
});

const snooze = (by = agent) =>
  run(by, act => snoozeRequest(act, { reference, until: new Date(Date.now() + 86_400_000) }));
const giveTo = (to: string) => run(agent, act => assignRequest(act, { reference, from: null, to }));

/** Where one is led by an action that is done to the request. */
async function lead(
  done: () => Promise<unknown>,
  more: Partial<SentInList> = {},
  { by = agent, ...entry } = { by: agent, ...goingOn() },
): Promise<string | null> {
  const sent = { reference, next, list: "status=open", ...more };
  const onTo = await entry.prepare(sent, by);
  await done();
  return entry.leadsOn(sent, by, onTo);
}

describe("an action by which a request leaves the view that it was opened from", () => {
  it("leads on to the next one, or to the list after the last, and says which has left", async () => {
    expect(await lead(snooze)).toBe(`${next}?left=${reference}`);
    reference = await aRequest();
    expect(await lead(snooze, { next: "/agent?assigned=me" })).toBe(`/agent?assigned=me&left=${reference}`);
  });

  it("stays for agents who want to stay, or who have not said", async () => {
    const other = await anAgent();
    expect(await lead(() => snooze(other), {}, { by: other, ...goingOn() })).toBeNull();
    await run(other, act => keepHabits(act, { after: "stay" }));
    reference = await aRequest();
    expect(await lead(() => snooze(other), {}, { by: other, ...goingOn() })).toBeNull();
  });

  it("stays where the request is still in the view, and where it had left it before", async () => {
    const colleague = await anAgent();
    expect(await lead(() => giveTo(colleague.id))).toBeNull();
    expect(await lead(() => giveTo(agent.id).catch(() => null), { list: "assigned=nobody" })).toBeNull();
  });

  it("stays where a view is searched, because what has the words has them still", async () => {
    expect(await lead(snooze, { list: "status=open&q=printer" })).toBeNull();
    reference = await aRequest();
    expect(await lead(snooze, { list: undefined })).toBeNull();
  });

  it("stays with whoever takes the request on, who is about to work on it", async () => {
    const entry = { by: agent, ...goingOn(() => true) };
    expect(await lead(() => giveTo(agent.id), { list: "assigned=nobody" }, entry)).toBeNull();
  });

  it("leads nobody anywhere but to lists and requests of the desk, and no customer", async () => {
    for (const elsewhere of ["//evil.test/agent", "/agent/mail", "/agent/../admin", undefined]) {
      expect(await lead(snooze, { next: elsewhere })).toBeNull();
      reference = await aRequest();
    }
    const customer = await aCustomer();
    expect(await lead(snooze, {}, { by: customer, ...goingOn() })).toBeNull();
  });
});

describe("without script, where a form says only what list the request was opened from", () => {
  const byHand = { next: undefined, list: undefined };

  it("the desk leads on to what comes next there, and goes on knowing the list", async () => {
    const customer = await aCustomer();
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const [first, second, third] = [
      await aRequest({ by: customer, at: hoursAgo(3) }),
      await aRequest({ by: customer, at: hoursAgo(2) }),
      await aRequest({ by: customer, at: hoursAgo(1) }),
    ];
    const queue = `status=open&customer=${encodeURIComponent(customer.email)}`;
    const pathOf = (on: string) => `/agent/requests/${on}?${new URLSearchParams({ queue })}`;
    reference = first;
    expect(await nextOf({ ...byHand, reference, queue }, agent)).toBe(pathOf(second));
    expect(await lead(snooze, { ...byHand, queue })).toBe(`${pathOf(second)}&left=${first}`);
    // It has left, and still has its place.
    expect(await nextOf({ ...byHand, reference, queue }, agent)).toBe(pathOf(second));
    const newestFirst = `${queue}&sort=raised.desc`;
    expect(await nextOf({ ...byHand, reference: third, queue: newestFirst }, agent)).toContain(second);
    reference = third;
    expect(await lead(snooze, { ...byHand, queue })).toBe(`/agent?${queue}&left=${third}`);
    reference = second;
    expect(await lead(async () => null, { ...byHand, queue })).toBeNull();
  });

  it("stays in a search, and what a script says of the next one counts", async () => {
    expect(await nextOf({ ...byHand, reference, queue: "status=open&q=printer" }, agent)).toBeUndefined();
    expect(await nextOf({ reference, next, queue: "status=open" }, agent)).toBe(next);
  });

  it("leads no customer, and no agent past a request that they do not see", async () => {
    const queue = "status=open";
    expect(await nextOf({ ...byHand, reference, queue }, await aCustomer())).toBeUndefined();
    const narrow = { ...(await anAgent()), seesDesk: false };
    await expectRefusal(nextOf({ ...byHand, reference, queue }, narrow), "not_found");
  });
});

import { describe, expect, it } from "vitest";
import { operator, type PersonActor } from "@/lib/actor";
import { days, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { snoozeRequest, wakeRequest } from "@/lib/desk/snooze";
import { wakeSnoozed } from "@/lib/entry/jobs";
import { sendSnooze, snoozeForm } from "@/lib/entry/snooze-forms";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { deskList, hrefOfTab, type QueueTab } from "@/lib/search/desk-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { correct } from "../../support/correct";
import {
  aCustomer,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  moveTo,
  requesterOf,
  run,
} from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const soon = () => later(new Date(), days(1));
const snooze = (agent: PersonActor, reference: string, until = soon(), at?: Date) =>
  run(agent, act => snoozeRequest(act, { reference, until }), at);
const untilOf = async (reference: string) => (await rowOf(reference)).snoozedUntil;
const wakesOf = async (reference: string) =>
  (
    await db().event.findMany({
      where: { requestId: (await rowOf(reference)).id, type: "request_woke" },
      orderBy: { id: "asc" },
      select: { data: true, actorId: true, part: true },
    })
  ).map(({ data, actorId, part }) => [(data as { because: string }).because, actorId ?? part]);

async function namedIn(agent: PersonActor, customer: string, tab: QueueTab): Promise<string[]> {
  const query = hrefOfTab(tab, readListQuery(deskList, "")).split("?")[1];
  const { rows } = await listQueue(agent, readListQuery(deskList, `${query}&customer=${customer}`));
  return rows.map(({ reference }) => reference);
}

describe("a snoozed request", () => {
  it("leaves the queue for its own tab, and comes back on time to where it belongs", async () => {
    const agent = await anAgent();
    const by = await aCustomer({ name: "Sleepy Dove" });
    const hour = minutes(60);
    const [older, asked, younger] = [
      await aRequest({ by, at: later(new Date(), -9 * hour) }),
      await aRequestIn("waiting_for_customer", { by, at: later(new Date(), -8 * hour) }),
      await aRequest({ by, at: later(new Date(), -1 * hour) }),
    ];
    const until = later(new Date(), hour);
    await snooze(agent, older, until);
    await snooze(agent, asked, later(until, hour));
    expect(await namedIn(agent, "dove", "open")).toEqual([younger]);
    expect(await namedIn(agent, "dove", "unassigned")).toEqual([younger]);
    expect(await namedIn(agent, "dove", "waiting_for_customer")).toEqual([]);
    expect(await namedIn(agent, "dove", "snoozed")).toEqual([older, asked]);
    await wakeSnoozed(later(until, -1));
    expect(await wakesOf(older)).toEqual([]);
    await wakeSnoozed(later(until, hour));
    expect(await wakesOf(older)).toEqual([["time", "alarm"]]);
    // What nobody has answered has waited all along; for the other the desk has set itself a time.
    expect(await namedIn(agent, "dove", "open")).toEqual([older, younger, asked]);
    expect(await namedIn(agent, "dove", "snoozed")).toEqual([]);
    await wakeSnoozed(later(until, 2 * hour));
    expect(await wakesOf(older)).toHaveLength(1);
  });

  it("is woken by whatever its customer or somebody taking part says, and by no colleague", async () => {
    const agent = await anAgent();
    const type = "report-a-problem-with-amtl3";
    const answers = { impact: "it_is_only_a_flaw", details: "It burns." };
    const reference = await aRequest({ type, answers });
    const [customer, participant] = [await requesterOf(reference), await aParticipant(reference)];
    const words = { reference, body: "Any news?" };
    const stays = async () => expect(await untilOf(reference)).not.toBeNull();
    await snooze(agent, reference);
    await run(agent, act => commentOnRequest(act, words));
    await moveTo(agent, reference, "ask", { body: "Which one?" });
    await stays();
    for (const say of [
      () => moveTo(customer, reference, "respond", { body: "The left one." }),
      () => run(participant, act => commentOnRequest(act, words)),
      () => correct(customer, reference, { answers: { ...answers, details: "It smokes." } }),
    ]) {
      await snooze(agent, reference);
      await stays();
      await say();
      expect(await untilOf(reference)).toBeNull();
    }
    expect(await wakesOf(reference)).toEqual(Array(3).fill(["customer", "alarm"]));
  });

  it("is ended by an agent, by a resolution, and by nothing twice", async () => {
    const agent = await anAgent();
    const reference = await aRequest();
    const wake = () => run(agent, act => wakeRequest(act, { reference }));
    await snooze(agent, reference);
    await wake();
    await wake();
    expect(await wakesOf(reference)).toEqual([["agent", agent.id]]);
    await snooze(agent, reference);
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    expect(await untilOf(reference)).toBeNull();
    expect(await wakesOf(reference)).toHaveLength(1);
  });

  it("is open: what is resolved or closed cannot be snoozed", async () => {
    const agent = await anAgent();
    for (const status of ["resolved", "closed"] as const)
      await expectRefusal(snooze(agent, await aRequestIn(status)), "conflict", /Only open requests/);
  });

  it("comes back once, whoever is first: the clock or the customer", async () => {
    const agent = await anAgent();
    const reference = await aRequest();
    const customer = await requesterOf(reference);
    const until = later(new Date(), minutes(5));
    await snooze(agent, reference, until);
    await Promise.all([
      wakeSnoozed(until),
      wakeSnoozed(until),
      run(customer, act => commentOnRequest(act, { reference, body: "Hello?" })),
    ]);
    expect(await wakesOf(reference)).toHaveLength(1);
    expect(await untilOf(reference)).toBeNull();
  });

  it("is no matter for customers, who learn nothing of it, and unknown to strangers", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const reference = await aRequest({ by: customer });
    const before = await readRequestPage(customer, reference);
    const { lastActivityAt } = await rowOf(reference);
    const mails = await db().delivery.count();
    const until = later(new Date(), minutes(5));
    await snooze(agent, reference, until);
    await wakeSnoozed(until);
    expect(await readRequestPage(customer, reference)).toEqual(before);
    expect((await rowOf(reference)).lastActivityAt).toEqual(lastActivityAt);
    expect(await db().delivery.count()).toBe(mails);
    for (const person of [customer, await aParticipant(reference)]) {
      await expectRefusal(snooze(person, reference), "forbidden");
      await expectRefusal(
        run(person, act => wakeRequest(act, { reference })),
        "forbidden",
      );
    }
    await expectRefusal(snooze(await aCustomer(), reference), "not_found");
    await expectRefusal(
      run(operator, act => snoozeRequest(act, { reference, until: soon() })),
      "forbidden",
    );
  });

  it("ends at a time that is still to come, within a year, and says it in its reader's zone", async () => {
    const agent = { ...(await anAgent()), timeZone: "Asia/Tokyo" };
    const reference = await aRequest();
    const at = new Date("2026-11-26T10:30:00Z");
    const send = (sent: object) =>
      run(agent, act => sendSnooze(act, snoozeForm.parse({ reference, ...sent })), at);
    for (const sent of [{}, { until: "2026-11-26T19:29" }, { until: "2028-01-01T09:00" }]) {
      const refusal = await expectRefusal(send(sent), "invalid");
      expect(refusal.fields).toHaveProperty("until");
    }
    await send({ preset: "tomorrow" });
    expect(await untilOf(reference)).toEqual(new Date("2026-11-27T00:00:00Z"));
    await send({ until: "2026-11-26T19:45" });
    expect(await untilOf(reference)).toEqual(new Date("2026-11-26T10:45:00Z"));
    const page = await readDeskPage(agent, reference);
    expect(page?.timeline.at(-1)).toMatchObject({
      line: { code: "history.snoozed", params: { until: expect.stringContaining("19:45") } },
    });
    for (const sent of [{ preset: "never" }, { until: "tomorrow" }, { until: "2026-11-26T19:45Z" }])
      expect(snoozeForm.safeParse({ reference, ...sent }).success).toBe(false);
  });
});

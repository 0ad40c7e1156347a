import { beforeEach, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { habitsOf } from "@/lib/desk/habits";
import { sendsOn } from "@/lib/desk/sends";
import { afterAnswer, answerForm, sendAnswer } from "@/lib/entry/desk-forms";
import { readProfile } from "@/lib/my-data/account";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, anAgent, aParticipant, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { commentsOf, deliveriesOf, eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

type Sent = Partial<Parameters<typeof sendAnswer>[1]>;

let customer: PersonActor;
let agent: PersonActor;
let colleague: PersonActor;
let reference: string;

const send = async (by: PersonActor, more: Sent = {}) => {
  const { version } = await rowOf(reference);
  const answer = { reference, mode: "reply" as const, version, body: "Here you go.", ...more };
  await run(by, act => sendAnswer(act, answer));
};
const mailsToCustomer = async () =>
  (await deliveriesOf(reference)).filter(({ to }) => to === customer.email).map(({ kind }) => kind);
const habits = async (of: PersonActor) =>
  habitsOf((await db().person.findUniqueOrThrow({ where: { id: of.id }, select: { habits: true } })).habits);

beforeEach(async () => {
  [customer, agent, colleague] = [await aCustomer(), await anAgent(), await anAgent()];
  reference = await aRequest({ by: customer });
});

describe("a public reply", () => {
  it("moves the request and gives it to a colleague in one act, of which the customer gets one mail", async () => {
    await send(agent, { send: "resolve.answered", to: colleague.id });
    expect(await rowOf(reference)).toMatchObject({
      status: "resolved",
      resolution: "answered",
      assigneeId: colleague.id,
    });
    const events = (await eventsOf(reference)).slice(1);
    expect(events.map(({ type }) => type)).toEqual(["request_moved", "request_assigned"]);
    expect(await mailsToCustomer()).toEqual(["request_received", "resolved"]);
    expect((await commentsOf(reference)).map(({ body }) => body)).toEqual(["Here you go."]);
  });

  it("can leave the status as it is, and then still takes the request on", async () => {
    await send(agent, { send: "keep" });
    expect(await rowOf(reference)).toMatchObject({ status: "waiting_for_support", assigneeId: agent.id });
    expect(await mailsToCustomer()).toEqual(["request_received", "comment_posted"]);
  });

  it("can put the request off as well, until the morning of its writer", async () => {
    const writer = { ...agent, timeZone: "Europe/Berlin" };
    await send(writer, { send: "snooze.tomorrow" });
    const { status, assigneeId, snoozedUntil } = await rowOf(reference);
    expect({ status, assigneeId }).toEqual({ status: "in_progress", assigneeId: agent.id });
    expect(snoozedUntil?.toLocaleTimeString("en-GB", { timeZone: writer.timeZone })).toBe("09:00:00");
    expect(await mailsToCustomer()).toEqual(["request_received", "comment_posted"]);
    expect(await habits(agent)).toEqual({ send: "snooze.tomorrow" });
    // A customer who passes the turn on cannot put anything off.
    await expectRefusal(send(customer, { send: "snooze.tomorrow" }), "forbidden");
  });

  it("can put the request back to nobody, or leave it to nobody", async () => {
    await send(agent, { to: "nobody" });
    expect((await rowOf(reference)).assigneeId).toBeNull();
    await run(agent, act => claimRequest(act, { reference }));
    await send(agent, { to: "nobody" });
    expect((await rowOf(reference)).assigneeId).toBeNull();
  });

  it("offers what is possible now, and nothing once the request is closed", async () => {
    const offered = async (of: string) => {
      const page = await readDeskPage(agent, of);
      return page && sendsOn(page);
    };
    const resolving = ["resolve.done", "resolve.answered", "resolve.duplicate", "resolve.will_not_do"];
    const snoozing = ["snooze.tomorrow", "snooze.next_week"];
    expect(await offered(reference)).toEqual(["reply", "keep", "ask", ...resolving, ...snoozing]);
    expect(await offered(await aRequestIn("in_progress"))).toEqual([
      "reply",
      "ask",
      ...resolving,
      ...snoozing,
    ]);
    expect(await offered(await aRequestIn("resolved"))).toEqual(["reply", "reopen"]);
    expect(await offered(await aRequestIn("closed"))).toEqual([]);
  });

  it("does none of it when a part is refused", async () => {
    await run(operator, act => suspendPerson(act, colleague.email));
    const before = await rowOf(reference);
    for (const to of [colleague.id, customer.id])
      await expectRefusal(send(agent, { send: "ask", to }), "invalid", /active agent/);
    await expectRefusal(send(agent, { send: "ask", to: agent.id, body: "" }), "invalid");
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    await moveTo(operator, reference, "close");
    await expectRefusal(send(agent, { send: "ask", to: agent.id }), "forbidden");
    expect((await rowOf(reference)).assigneeId).toBe(before.assigneeId);
    expect(await commentsOf(reference)).toEqual([]);
    expect(await habits(agent)).toEqual({});
  });

  it("that more was to follow is not sent as a note, nor as another move", async () => {
    for (const mode of ["note", "ask"] as const)
      await expectRefusal(send(agent, { mode, send: "resolve.done" }), "invalid", /Public reply/);
    expect(answerForm.safeParse({ reference, mode: "reply", version: 1, send: "close" }).success).toBe(false);
    expect(answerForm.safeParse({ reference, mode: "reply", version: 1, to: "x" }).success).toBe(false);
  });
});

describe("a note", () => {
  it("can hand the request over, of which the customer gets no mail and reads no word", async () => {
    await send(agent, { mode: "note", body: "canary-over-to-you", to: colleague.id });
    expect((await rowOf(reference)).assigneeId).toBe(colleague.id);
    expect(await mailsToCustomer()).toEqual(["request_received"]);
    expect(JSON.stringify(await readRequestPage(customer, reference))).not.toContain("canary");
  });

  it("hands nothing over before its writer knows that a colleague took it on meanwhile", async () => {
    const seen = BigInt((await readDeskPage(agent, reference))?.latest ?? 0);
    await run(colleague, act => claimRequest(act, { reference }));
    const note: Sent = { mode: "note", to: agent.id, seen };
    const refusal = await expectRefusal(send(agent, note), "conflict", /took on/);
    await send(agent, { ...note, seen: BigInt(refusal.corrections.seen ?? 0) });
    expect((await rowOf(reference)).assigneeId).toBe(agent.id);
  });
});

describe("whoever is no agent", () => {
  it("gives the request to nobody and moves nothing, and a stranger does not find it", async () => {
    const participant = await aParticipant(reference);
    for (const one of [customer, participant]) {
      await expectRefusal(send(one, { to: agent.id }), "forbidden");
      await expectRefusal(send(one, { send: "resolve.done" }), "forbidden");
    }
    await expectRefusal(send(await aCustomer(), { to: agent.id }), "not_found");
    expect(await commentsOf(reference)).toEqual([]);
  });

  it("passes the turn on with each answer, whatever they send along, and keeps no habits", async () => {
    await moveTo(agent, reference, "ask", { body: "Which one?" });
    await send(customer, { send: "keep", after: "next" });
    expect((await rowOf(reference)).status).toBe("waiting_for_support");
    expect(await habits(customer)).toEqual({});
  });
});

describe("what an agent chose last", () => {
  it("is kept for them alone: what their replies bring about, how they resolve, and where they go then", async () => {
    await send(agent, { send: "keep", after: "next" });
    expect(await habits(agent)).toEqual({ send: "keep", after: "next" });
    expect((await readDeskPage(agent, reference))?.habits).toEqual({ send: "keep", after: "next" });
    expect((await readDeskPage(colleague, reference))?.habits).toEqual({});
    await send(agent, { mode: "note" });
    expect(await habits(agent)).toMatchObject({ send: "keep" });
    await send(agent, { mode: "resolve", resolution: "duplicate", after: "stay" });
    const all = { send: "keep", resolution: "duplicate", after: "stay" };
    expect(await habits(agent)).toEqual(all);
    expect(await readProfile(agent)).toMatchObject({ habits: all });
  });

  it("does not count where another release has stored it", () => {
    expect(habitsOf({ send: "explode", after: "next", more: 1 })).toEqual({ after: "next" });
    for (const none of [null, "next", 7, []]) expect(habitsOf(none)).toEqual({});
  });
});

describe("an answer leads", () => {
  const to = (more: object, isSeen = true, waits = false) =>
    afterAnswer({ reference: "LDG-7", mode: "reply", version: 1, after: "next", ...more }, { isSeen, waits });
  const itself = "/agent/requests/LDG-7#latest";

  it("to itself, or to the next request of the list if its writer wants that, and says what was sent", () => {
    const next = "/agent/requests/LDG-9";
    expect(to({ next })).toBe(`${next}?answered=LDG-7`);
    expect(to({ next }, true, true)).toBe(next);
    expect(to({ next: "/agent?assigned=me&answered=LDG-3" })).toBe("/agent?assigned=me&answered=LDG-7");
    expect(to({ next, after: "stay" })).toBe(itself);
    expect(to({ next: undefined })).toBe(itself);
    expect(to({ next, mode: "note" })).toBe(itself);
    expect(to({ next, after: "stay" }, false)).toBe("/agent?gone=LDG-7");
    expect(to({ next, mode: "note", to: "nobody" })).toBe(`${next}?answered=LDG-7`);
  });

  it.each([
    "//evil.test/agent",
    "https://evil.test/agent",
    "/agentx",
    "/agent/mail",
    "/agent/../admin",
    "/\\evil.test",
    "javascript:alert(1)",
    "/agent/requests/LDG-9/../../../x",
  ])("nowhere but to lists and requests: not to %s", next => expect(to({ next })).toBe(itself));
});

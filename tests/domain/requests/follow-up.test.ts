import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { readForm } from "@/lib/catalog/queries";
import { before, days } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { readRequestPage } from "@/lib/requests/customer-view";
import { readFollowed } from "@/lib/requests/follow-up";
import { type Submission, submitRequest } from "@/lib/requests/submit";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { deliveriesOf, eventsOf, everythingOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const overAt = () => before(new Date(), days(31));
const noRight = /only the person who raised it can do that, once it can no longer be re-opened/;

async function aFollowUp(follows: string): Promise<Submission> {
  const form = await readForm("other-manual-request");
  return {
    formVersionId: form?.formVersionId ?? "",
    submissionKey: randomUUID(),
    summary: "It burns again",
    answers: { details: "Since this morning." },
    follows,
  };
}

const follow = async (by: PersonActor, reference: string) => {
  const input = await aFollowUp(reference);
  return (await run(by, act => submitRequest(act, input))).reference;
};

async function join(reference: string, person: PersonActor) {
  const { id: requestId, isOpen, lastActivityAt } = await rowOf(reference);
  await db().member.create({
    data: {
      requestId,
      personId: person.id,
      role: "participant",
      addedAt: new Date(),
      isOpen,
      lastActivityAt,
    },
  });
}

const countOf = (person: PersonActor) => db().serviceRequest.count({ where: { requesterId: person.id } });

describe("a follow-up", () => {
  it("links both requests, for the customer and for agents, and is told of in the history of the first", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequestIn("closed", { by: customer, summary: "It burns" });
    const before = await everythingOf(reference);
    const next = await follow(customer, reference);
    const first = { reference, summary: "It burns" };
    const second = { reference: next, summary: "It burns again" };
    for (const read of [
      (asked: string) => readRequestPage(customer, asked),
      (asked: string) => readDeskPage(agent, asked),
    ]) {
      expect(await read(reference)).toMatchObject({ follows: null, followUps: [second] });
      expect(await read(next)).toMatchObject({ follows: first, followUps: [] });
    }
    expect((await eventsOf(reference)).at(-1)).toMatchObject({
      type: "follow_up_raised",
      actorId: customer.id,
      data: { number: (await rowOf(next)).number },
    });
    const page = await readRequestPage(customer, reference);
    expect(page?.timeline.at(-1)).toMatchObject({
      kind: "change",
      line: { code: "history.followed_up" },
      mine: true,
    });
    const after = await everythingOf(reference);
    expect({ ...after, events: after.events.slice(0, -1) }).toEqual(before);
    expect((await deliveriesOf(next)).map(({ kind }) => kind)).toEqual(["request_received"]);
  });

  it("is offered where the window is over, also until the job closes the request", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("resolved", { by: customer, at: overAt() });
    expect(await readRequestPage(customer, reference)).toMatchObject({ canFollow: true, isOver: true });
    expect(await readFollowed(customer, reference.toLowerCase())).toMatchObject({ reference });
    expect((await rowOf(await follow(customer, reference))).followsId).toBe((await rowOf(reference)).id);
  });

  it("can be followed up in turn, and one request more than once", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("closed", { by: customer });
    const [one, other] = [await follow(customer, reference), await follow(customer, reference)];
    const page = await readRequestPage(customer, reference);
    expect(page?.followUps.map(link => link.reference)).toEqual([one, other]);
  });

  it("comes once of a form that is sent twice and at once; with another request to follow it is refused", async () => {
    const customer = await aCustomer();
    const [reference, another] = [
      await aRequestIn("closed", { by: customer }),
      await aRequestIn("closed", { by: customer }),
    ];
    const input = await aFollowUp(reference);
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => run(customer, act => submitRequest(act, input))),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const raised = (await eventsOf(reference)).filter(({ type }) => type === "follow_up_raised");
    expect(raised).toHaveLength(1);
    for (const follows of [another, undefined])
      await expectRefusal(
        run(customer, act => submitRequest(act, { ...input, follows })),
        "conflict",
        new RegExp(`already sent as ${sent[0]?.reference}`),
      );
    expect(await countOf(customer)).toBe(3);
  });

  it("shows no one a request that is not theirs", async () => {
    const [customer, participant] = [await aCustomer(), await aCustomer()];
    const reference = await aRequestIn("closed", { by: customer });
    const next = await follow(customer, reference);
    await join(reference, participant);
    expect(await readRequestPage(participant, reference)).toMatchObject({ followUps: [] });
    await join(next, participant);
    await db().member.deleteMany({
      where: { personId: participant.id, requestId: (await rowOf(reference)).id },
    });
    expect(await readRequestPage(participant, next)).toMatchObject({ follows: null });
  });
});

describe("a follow-up is refused", () => {
  it("to a stranger, as if the request did not exist", async () => {
    const stranger = await aCustomer();
    const reference = await aRequestIn("closed");
    await expectRefusal(follow(stranger, reference), "not_found");
    expect(await readFollowed(stranger, reference)).toBeNull();
    expect(await countOf(stranger)).toBe(0);
  });

  it("to a participant and to an agent who did not raise it", async () => {
    const reference = await aRequestIn("closed");
    const participant = await aCustomer();
    await join(reference, participant);
    for (const person of [participant, await anAgent()]) {
      await expectRefusal(follow(person, reference), "forbidden", noRight);
      expect(await readFollowed(person, reference)).toBeNull();
      expect(await countOf(person)).toBe(0);
    }
    expect(await readRequestPage(participant, reference)).toMatchObject({ canFollow: false });
    expect((await eventsOf(reference)).map(({ type }) => type)).not.toContain("follow_up_raised");
  });

  it.each(["waiting_for_support", "in_progress", "waiting_for_customer"] as const)(
    "while the request is %s",
    async status => {
      const customer = await aCustomer();
      const reference = await aRequestIn(status, { by: customer });
      await expectRefusal(follow(customer, reference), "forbidden", noRight);
      expect(await readFollowed(customer, reference)).toBeNull();
    },
  );

  it("for as long as the request can still be re-opened, and once it was", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("resolved", { by: customer });
    expect(await readRequestPage(customer, reference)).toMatchObject({ canFollow: false, isOver: false });
    await expectRefusal(follow(customer, reference), "forbidden", noRight);
    await moveTo(customer, reference, "reopen");
    await expectRefusal(follow(customer, reference), "forbidden", noRight);
    expect(await countOf(customer)).toBe(1);
  });

  it("for a reference that is none", async () => {
    const customer = await aCustomer();
    await aRequest({ by: customer });
    for (const nonsense of ["LDG-999999999", "LDG-0", "", "1", "LDG-1 or 1=1", "XYZ-1001", "\u0000"]) {
      await expectRefusal(follow(customer, nonsense), "not_found");
      expect(await readFollowed(customer, nonsense)).toBeNull();
    }
  });
});

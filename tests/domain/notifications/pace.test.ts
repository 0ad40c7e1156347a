import { describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import type { PersonActor } from "@/lib/actor";
import { operator } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { digest, gather } from "@/lib/mail/gather";
import { choosePace } from "@/lib/notifications/pace";
import { commentOnRequest } from "@/lib/requests/comments";
import { muteRequest } from "@/lib/requests/mute";
import { aCustomer, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { deliveriesOf, rowOf } from "../../support/records";
import { sentMails } from "../../support/sent-mails";

type Pace = "each" | "gathered" | "daily";

async function aCustomerAt(
  pace: Pace,
): Promise<{ customer: PersonActor; reference: string; agent: PersonActor }> {
  const customer = await aCustomer();
  await run(customer, act => choosePace(act, { pace }));
  return { customer, agent: await anAgent(), reference: await aRequest({ by: customer }) };
}

const say = (agent: PersonActor, reference: string, body: string, at?: Date) =>
  run(agent, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }), at);

const about = async (reference: string, { id: personId }: PersonActor) => ({
  personId,
  requestId: (await rowOf(reference)).id,
});

const mailsTo = ({ email }: PersonActor) => sentMails({ to: email });
const kindsTo = async ({ email }: PersonActor) => {
  const rows = await db().delivery.findMany({
    where: { to: email },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
};

async function jobs(key: string): Promise<{ runAt: Date }[]> {
  return db().$queryRaw`select run_at as "runAt" from graphile_worker.jobs where key = ${key}`;
}

describe("gathered mails", () => {
  it("tell in one mail what happened on a request, and each thing once", async () => {
    const { customer, agent, reference } = await aCustomerAt("gathered");
    await moveTo(agent, reference, "start");
    await say(agent, reference, "I am looking into it.");
    await say(agent, reference, "It was the **fuse**.");
    expect(await kindsTo(customer)).toEqual(["request_received"]);
    const one = await about(reference, customer);
    await Promise.all([gather(one, new Date()), gather(one, new Date())]);
    await gather(one, new Date());
    const mails = await mailsTo(customer);
    expect(mails.map(({ kind }) => kind)).toEqual(["request_received", "gathered"]);
    expect(mails[1]?.subject).toMatch(new RegExp(`^\\[${reference}\\]`));
    expect(mails[1]?.text).toContain("3 updates");
    expect(mails[1]?.text).toContain("I am looking into it.");
    expect(mails[1]?.text).toContain("In progress");
  });

  it("wait for quiet, and no longer than ten minutes after the first news", async () => {
    const { customer, agent, reference } = await aCustomerAt("gathered");
    const start = new Date();
    const { personId, requestId } = await about(reference, customer);
    for (const [passed, due] of [
      [0, 3],
      [2, 5],
      [9, 10],
    ] as const) {
      await say(agent, reference, `After ${passed} minutes`, later(start, minutes(passed)));
      const [job] = await jobs(`gather:${personId}:${requestId}`);
      expect(job?.runAt).toEqual(later(start, minutes(due)));
    }
  });

  it("go out before the mail that it is resolved, which does not wait", async () => {
    for (const pace of ["gathered", "daily"] as const) {
      const { customer, agent, reference } = await aCustomerAt(pace);
      await say(agent, reference, "Done in a moment.");
      await moveTo(agent, reference, "resolve", { resolution: "done" });
      expect(await kindsTo(customer)).toEqual(["request_received", "gathered", "resolved"]);
    }
  });

  it("tell nothing to whoever has muted the request, lost it or been suspended meanwhile", async () => {
    const muted = await aCustomerAt("gathered");
    await say(muted.agent, muted.reference, "Hello?");
    await run(muted.customer, act => muteRequest(act, { reference: muted.reference, muted: true }));
    await gather(await about(muted.reference, muted.customer), new Date());
    expect(await kindsTo(muted.customer)).toEqual(["request_received"]);

    const suspended = await aCustomerAt("gathered");
    await say(suspended.agent, suspended.reference, "Hello?");
    await run(operator, act => suspendPerson(act, suspended.customer.email));
    await gather(await about(suspended.reference, suspended.customer), new Date());
    expect(await kindsTo(suspended.customer)).toEqual(["request_received"]);

    const removed = await aCustomerAt("daily");
    await say(removed.agent, removed.reference, "Hello?");
    await db().member.deleteMany({ where: await about(removed.reference, removed.customer) });
    await digest(removed.customer.id, new Date());
    expect(await kindsTo(removed.customer)).toEqual(["request_received"]);
  });

  it("never hold back what is mailed to people who want each event at once", async () => {
    const { customer, agent, reference } = await aCustomerAt("each");
    await say(agent, reference, "At once.");
    expect(await kindsTo(customer)).toEqual(["request_received", "comment_posted"]);
    await gather(await about(reference, customer), new Date());
    expect(await kindsTo(customer)).toEqual(["request_received", "comment_posted"]);
  });

  it("reach agents who want them, in the desk's words and without a switch that is not theirs", async () => {
    const agent = await anAgent();
    await run(agent, act => choosePace(act, { pace: "gathered" }));
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await db().serviceRequest.updateMany({
      where: { id: (await rowOf(reference)).id },
      data: { assigneeId: agent.id },
    });
    await say(customer, reference, "Any news?");
    expect(await kindsTo(agent)).toEqual([]);
    await gather(await about(reference, agent), new Date());
    const [mail] = await mailsTo(agent);
    expect(mail?.kind).toBe("gathered_for_agent");
    expect(mail?.text).toContain(`/agent/requests/${reference}`);
    expect(mail?.text).not.toContain("/mute/");
  });
});

describe("the daily digest", () => {
  it("tells of all requests in one mail, each thing once, at eight in the reader's zone", async () => {
    const { customer, agent, reference } = await aCustomerAt("daily");
    await db().person.update({
      where: { id: customer.id },
      data: { timeZone: "Asia/Kolkata" },
      select: { id: true },
    });
    const other = await aRequest({ by: customer });
    const at = new Date("2027-01-10T12:00:00Z");
    await say(agent, reference, "First.", at);
    await say(agent, other, "Second.", later(at, minutes(5)));
    const [job, ...more] = await jobs(`digest:${customer.id}`);
    expect(job?.runAt).toEqual(new Date("2027-01-11T02:30:00Z"));
    expect(more).toEqual([]);
    await Promise.all([digest(customer.id, at), digest(customer.id, at)]);
    const mails = (await mailsTo(customer)).filter(({ kind }) => kind === "daily_digest");
    expect(mails).toHaveLength(1);
    for (const words of ["First.", "Second.", reference, other]) expect(mails[0]?.text).toContain(words);
  });

  it("tells only what its reader may still read when it is sent, in the words of then", async () => {
    const { customer, agent, reference } = await aCustomerAt("daily");
    const other = await aRequest({ by: customer });
    await say(agent, reference, "Not for you any more.");
    await say(agent, other, "Still for you.");
    await digest(customer.id, new Date());
    await db().member.deleteMany({ where: await about(reference, customer) });
    await db().person.update({ where: { id: agent.id }, data: { name: "Nora New" }, select: { id: true } });
    const digests = (await mailsTo(customer)).filter(({ kind }) => kind === "daily_digest");
    expect(digests.map(({ state }) => state)).toEqual(["sent"]);
    expect(digests[0]?.text).toContain("Still for you.");
    expect(digests[0]?.text).toContain("Nora New");
    expect(digests[0]?.text).not.toContain("Not for you any more.");
  });

  it("is not sent when nothing is left of what it was to tell", async () => {
    const { customer, agent, reference } = await aCustomerAt("daily");
    await say(agent, reference, "Not for you any more.");
    await digest(customer.id, new Date());
    await run(customer, act => muteRequest(act, { reference, muted: true }));
    const last = (await mailsTo(customer)).find(({ kind }) => kind === "daily_digest");
    expect(last).toMatchObject({
      state: "cancelled",
      reason: "mail.reason.nothing_left",
      text: "",
    });
  });
});

describe("another pace", () => {
  it("brings what waits at the new one, and loses nothing", async () => {
    const { customer, agent, reference } = await aCustomerAt("daily");
    await say(agent, reference, "Waiting for tomorrow.");
    await run(customer, act => choosePace(act, { pace: "each" }));
    const { personId, requestId } = await about(reference, customer);
    const [job] = await jobs(`gather:${personId}:${requestId}`);
    expect(job?.runAt.getTime()).toBeLessThanOrEqual(Date.now());
    await digest(customer.id, new Date());
    await gather({ personId, requestId }, new Date());
    expect(await kindsTo(customer)).toEqual(["request_received", "gathered"]);
  });

  it("is recorded once, and only when it is another", async () => {
    const customer = await aCustomer();
    for (const pace of ["each", "daily", "daily"] as const)
      await run(customer, act => choosePace(act, { pace }));
    const events = await db().event.findMany({
      where: { personId: customer.id, type: "mail_pace_chosen" },
      select: { data: true },
    });
    expect(events).toEqual([{ data: { pace: "daily" } }]);
    expect(await deliveriesOf(await aRequest({ by: customer }))).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { type PersonActor, system } from "@/lib/actor";
import { actOnItem, findWaiting } from "@/lib/bulk-runs/item";
import { stopRun } from "@/lib/bulk-runs/stop";
import { db } from "@/lib/db";
import { workOnRun } from "@/lib/entry/bulk-runs";
import { digest, gatherRun } from "@/lib/mail/gather";
import { choosePace } from "@/lib/notifications/pace";
import { muteRequest } from "@/lib/requests/mute";
import { setPrivacy } from "@/lib/requests/privacy";
import { removeParticipant } from "@/lib/sharing/participants";
import { anOrder, carryOut } from "../../support/bulk-runs";
import {
  aCustomer,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  requesterOf,
  run,
} from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { rowOf } from "../../support/records";
import { sentMails } from "../../support/sent-mails";

/** The mails to somebody since their requests were confirmed. */
const mailsTo = async ({ email }: PersonActor) =>
  (await sentMails({ to: email, kind: { notIn: ["request_received", "shared_with_you"] } })).filter(
    ({ state }) => state === "sent",
  );
const kindsTo = async (person: PersonActor) => (await mailsTo(person)).map(({ kind }) => kind);

/** The next request of a run alone. */
async function workOnOne(runId: string): Promise<void> {
  const key = await findWaiting(runId);
  if (key) await run(system("bulk"), act => actOnItem(act, key, "https://desk.test"), new Date(), { runId });
}

const severalOf = async (by: PersonActor, count = 3) => {
  const references: string[] = [];
  for (let made = 0; made < count; made++) references.push(await aRequest({ by }));
  return references;
};

describe("a bulk run that concerns somebody", () => {
  it("by several requests tells them of all in one mail at its end, and others as always", async () => {
    const [agent, one, other] = [await anAgent(), await aCustomer(), await aCustomer()];
    const theirs = await severalOf(one);
    const [single = ""] = await severalOf(other, 1);
    const runId = await anOrder(agent, "resolve", [...theirs, single], {
      resolution: "done",
      body: "The line is back.",
    });
    await carryOut(runId);
    await Promise.all([gatherRun(runId, new Date()), gatherRun(runId, new Date())]);
    expect(await kindsTo(other)).toEqual(["resolved"]);
    const mails = await mailsTo(one);
    expect(mails.map(({ kind }) => kind)).toEqual(["several_requests"]);
    expect(mails[0]?.subject).toBe("Updates on your requests at Lodge");
    for (const reference of theirs) expect(mails[0]?.text).toContain(reference);
    expect(mails[0]?.text.match(/The line is back\./g)).toHaveLength(3);
    expect(mails[0]?.text).not.toContain(single);
    // The bell names each request.
    expect(await db().notice.count({ where: { personId: one.id, kind: "resolved" } })).toBe(3);
  });

  it("tells a manager who only follows several of them in one mail, and of a private one nothing", async () => {
    const [agent, member, manager] = [await anAgent(), await aCustomer(), await aCustomer()];
    await anOrganisation({ members: [member], managers: [manager] });
    const followed = await severalOf(member);
    const [hidden = "", unfollowed = ""] = await severalOf(member, 2);
    for (const reference of [...followed, hidden])
      await run(manager, act => muteRequest(act, { reference, muted: false }));
    await run(member, act => setPrivacy(act, { reference: hidden, isPrivate: true }));
    const all = [...followed, hidden, unfollowed];
    await carryOut(await anOrder(agent, "reply", all, { body: "We know." }));
    const mails = await mailsTo(manager);
    expect(mails.map(({ kind }) => kind)).toEqual(["several_requests"]);
    for (const reference of followed) expect(mails[0]?.text).toContain(reference);
    for (const reference of [hidden, unfollowed]) expect(mails[0]?.text).not.toContain(reference);
  });

  it("tells a manager of one that they follow and one of their own together, and of a single one as always", async () => {
    const [agent, member, manager] = [await anAgent(), await aCustomer(), await aCustomer()];
    await anOrganisation({ members: [member], managers: [manager] });
    const [followed = "", other = ""] = await severalOf(member, 2);
    const [own = ""] = await severalOf(manager, 1);
    await run(manager, act => muteRequest(act, { reference: followed, muted: false }));
    await carryOut(await anOrder(agent, "ask", [followed, own], { body: "Which one?" }));
    expect(await kindsTo(manager)).toEqual(["several_requests"]);
    await carryOut(await anOrder(agent, "resolve", [followed, other], { resolution: "done" }));
    expect(await kindsTo(manager)).toEqual(["several_requests", "resolved"]);
  });

  it("waits until nothing is left to do, also where it was stopped", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const references = await severalOf(customer, 30);
    const id = await anOrder(agent, "reply", references, { body: "We know." });
    await workOnRun({ runId: id });
    expect(await findWaiting(id)).not.toBeNull();
    expect(await kindsTo(customer)).toEqual([]);
    await run(agent, act => stopRun(act, { id }));
    await carryOut(id);
    const [mail, ...others] = await mailsTo(customer);
    expect(others).toEqual([]);
    expect(mail?.text.match(/We know\./g)).toHaveLength(25);
  });

  it("is told in the mail of the day to those who want one a day, but for the end of a request", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    await run(customer, act => choosePace(act, { pace: "daily" }));
    const references = await severalOf(customer);
    await carryOut(await anOrder(agent, "reply", references, { body: "We know." }));
    expect(await kindsTo(customer)).toEqual([]);
    await digest(customer.id, new Date());
    expect(await kindsTo(customer)).toEqual(["daily_digest"]);
    await carryOut(await anOrder(agent, "resolve", references, { resolution: "done" }));
    expect(await kindsTo(customer)).toEqual(["daily_digest", "several_requests"]);
  });

  it("is told to those who gather by request in one mail for all", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    await run(customer, act => choosePace(act, { pace: "gathered" }));
    await carryOut(await anOrder(agent, "ask", await severalOf(customer), { body: "Which one?" }));
    expect(await kindsTo(customer)).toEqual(["several_requests"]);
    expect(await db().notice.count({ where: { personId: customer.id, gatherFor: { not: null } } })).toBe(0);
  });

  it("says of a muted request that it is resolved, and nothing else", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const references = await severalOf(customer);
    const [muted = "", ...others] = references;
    await run(customer, act => muteRequest(act, { reference: muted, muted: true }));
    await carryOut(await anOrder(agent, "reply", references, { body: "We know." }));
    await carryOut(await anOrder(agent, "resolve", references, { resolution: "done" }));
    const [first, second] = await mailsTo(customer);
    expect(first?.text).not.toContain(muted);
    for (const reference of others) expect(first?.text).toContain(reference);
    expect(second?.text).toContain(muted);
  });

  it("tells nothing of a request that its reader has lost before the mail", async () => {
    const [agent, reader] = [await anAgent(), await aCustomer()];
    const [kept, lost] = [await aRequest(), await aRequest()];
    for (const reference of [kept, lost]) await aParticipant(reference, reader);
    const runId = await anOrder(agent, "reply", [kept, lost, await aRequest()], { body: "We know." });
    for (let place = 0; place < 2; place++) await workOnOne(runId);
    await run(await requesterOf(lost), act => removeParticipant(act, { reference: lost, person: reader.id }));
    await carryOut(runId);
    const [mail] = await mailsTo(reader);
    expect(mail?.text).toContain(kept);
    expect(mail?.text).not.toContain(lost);
    const { id: requestId } = await rowOf(lost);
    expect(await db().notice.count({ where: { personId: reader.id, requestId, runId: { not: null } } })).toBe(
      0,
    );
  });

  it("does not count what it could not do", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const closed = await aRequestIn("closed", { by: customer });
    const [open = ""] = await severalOf(customer, 1);
    const earlier = await kindsTo(customer);
    await carryOut(await anOrder(agent, "ask", [closed, open], { body: "Which one?" }));
    expect((await kindsTo(customer)).slice(earlier.length)).toEqual(["waiting_for_you"]);
  });
});

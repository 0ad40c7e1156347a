import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { listOnDesktop, markRead, newestOnDesktop, sweepNotices } from "@/lib/bell/notices";
import { readForm } from "@/lib/catalog/queries";
import { days, later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { addNote } from "@/lib/desk/notes";
import { raiseFor } from "@/lib/desk/on-behalf";
import { tellUnassigned, workOneRound } from "@/lib/entry/jobs";
import { readPulse } from "@/lib/entry/live";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { bellOf, choose, forgetChoices, kindsTo, noticesOf } from "../../support/choices";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { lastMailTo, sentMails } from "../../support/sent-mails";
import { aTeam } from "../../support/teams";

afterEach(forgetChoices);

const t = translatorOf("en");
const comment = (who: PersonActor, reference: string, body = "Hello.") =>
  run(who, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));

it("an agent who raises a request for a customer hears nothing of it, and their colleagues do", async () => {
  const [raiser, colleague, customer] = [await anAgent(), await anAgent(), await aCustomer()];
  for (const one of [raiser, colleague]) await choose(one, { new_request: ["bell", "mail"] });
  const form = await readForm("other-manual-request");
  const { reference } = await run(raiser, act =>
    raiseFor(act, {
      customer: customer.id,
      formVersionId: form?.formVersionId ?? "",
      submissionKey: randomUUID(),
      summary: "Called about the lift",
      answers: { details: "It stopped." },
    }),
  );
  expect(await kindsTo(raiser, reference)).toEqual([]);
  expect(await noticesOf(raiser, reference)).toEqual([]);
  expect(await kindsTo(colleague, reference)).toEqual(["request_arrived"]);
});

describe("a request of a team", () => {
  it("is news to that team alone once it is handed there, and to everybody if nobody is in it", async () => {
    const [inside, outside, giver] = [await anAgent(), await anAgent(), await anAgent()];
    const [team, empty] = [await aTeam({ members: [inside, giver], name: "Billing" }), await aTeam()];
    for (const one of [inside, outside]) await choose(one, { new_request: [], unassigned: ["bell"] });
    const reference = await aRequest({ at: later(now(), -minutes(40)) });
    await choose(inside, { new_request: ["bell", "mail"], unassigned: ["bell"] });
    const handOver = (from: string | null, to: string) =>
      run(giver, act => handOverRequest(act, { reference, from, to }));
    await handOver(null, team);
    await tellUnassigned();
    expect(await noticesOf(inside, reference)).toMatchObject([
      { kind: "request_arrived" },
      { kind: "left_unassigned" },
    ]);
    expect(await noticesOf(outside, reference)).toEqual([]);
    expect(await bellOf(inside)).toContain(`${giver.name} handed the request over to Billing`);
    expect((await lastMailTo(inside.email)).text).toContain("A request came in");
    await choose(outside, { new_request: ["bell"] });
    await handOver(team, empty);
    expect(await noticesOf(outside, reference)).toMatchObject([{ kind: "request_arrived" }]);
  });

  it("is no news to the team where somebody there has it already", async () => {
    const [inside, owner] = [await anAgent(), await anAgent()];
    const team = await aTeam({ members: [inside, owner] });
    await choose(inside, { new_request: [] });
    const reference = await aRequest();
    await choose(inside, { new_request: ["bell"] });
    await run(owner, act => claimRequest(act, { reference }));
    await run(owner, act => handOverRequest(act, { reference, from: null, to: team }));
    expect(await noticesOf(inside, reference)).toEqual([]);
  });
});

describe("a request that nobody takes", () => {
  const aWhileAgo = (count: number) => later(now(), -minutes(count));

  it("is told once to those who want to hear of it by then, and only to them", async () => {
    const [soon, late, never] = [await anAgent(), await anAgent(), await anAgent()];
    await choose(soon, { unassigned: ["bell", "mail"] });
    await choose(late, { unassigned: ["bell"] }, { wait: 60 });
    const reference = await aRequest({ at: aWhileAgo(40) });
    for (const _ of [1, 2]) await tellUnassigned();
    expect(await kindsTo(soon, reference)).toEqual(["left_unassigned"]);
    const toldOf = async (who: PersonActor) =>
      (await noticesOf(who, reference)).filter(({ kind }) => kind === "left_unassigned").length;
    expect([await toldOf(soon), await toldOf(late), await toldOf(never)]).toEqual([1, 0, 0]);
    expect(await bellOf(soon)).toContain("Lodge noticed that nobody had taken on the request for 30 minutes");
    await tellUnassigned(later(now(), minutes(25)));
    expect([await toldOf(soon), await toldOf(late)]).toEqual([1, 1]);
    const mail = await lastMailTo(soon.email, "left_unassigned");
    expect(mail.text).toMatch(/Nobody has taken this on for 30 minutes/);
  });

  it("is not told once it is taken, on time, or older by a day; nor mailed if it is taken by then", async () => {
    const [agent, taker] = [await anAgent(), await anAgent()];
    await choose(agent, { unassigned: ["mail"] });
    const [taken, fresh, old, late] = [
      await aRequest({ at: aWhileAgo(40) }),
      await aRequest({ at: aWhileAgo(10) }),
      await aRequest({ at: later(aWhileAgo(40), -days(1)) }),
      await aRequest({ at: aWhileAgo(40) }),
    ];
    await run(taker, act => claimRequest(act, { reference: taken }));
    await tellUnassigned();
    for (const reference of [taken, fresh, old]) expect(await kindsTo(agent, reference)).toEqual([]);
    await run(taker, act => claimRequest(act, { reference: late }));
    const [mail] = await sentMails({
      personId: agent.id,
      kind: "left_unassigned",
      requestId: (await rowOf(late)).id,
    });
    expect(mail).toMatchObject({ state: "cancelled" });
  });

  it("is told once by two workers at once, and by cron as well", async () => {
    const agent = await anAgent();
    await choose(agent, { unassigned: ["bell"] });
    const reference = await aRequest({ at: aWhileAgo(31) });
    await Promise.all([tellUnassigned(), tellUnassigned()]);
    await workOneRound();
    const { id: requestId } = await rowOf(reference);
    expect(await db().event.count({ where: { requestId, type: "request_left_unassigned" } })).toBe(1);
  });
});

describe("the desktop", () => {
  it("is told by the stream that something is new, and asks what: unread, and still to be seen", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer({ name: "Ada Okafor" })];
    await choose(agent, { new_request: ["bell", "desktop"] });
    const before = await newestOnDesktop(agent);
    const reference = await aRequest({ by: customer, summary: "The door squeaks" });
    const pulse = await readPulse(agent, { request: null, list: null });
    expect(pulse?.desktop).not.toBe(before);
    const [news] = await listOnDesktop(agent, before);
    expect(news).toMatchObject({ reference, summary: "The door squeaks" });
    expect(news && say(t, news.told)).toBe("Ada Okafor raised this request");
    expect(await listOnDesktop(agent, pulse?.desktop ?? "")).toEqual([]);
    for (const nonsense of ["", "x", "-1"]) expect(await listOnDesktop(agent, nonsense)).toEqual([]);
    await markRead(agent, (await rowOf(reference)).number);
    expect(await listOnDesktop(agent, before)).toEqual([]);
  });

  it("is no customer's, and shows nobody else's news", async () => {
    const [agent, other, customer] = [await anAgent(), await anAgent(), await aCustomer()];
    await choose(agent, { new_request: ["desktop"] });
    const reference = await aRequest({ by: customer });
    expect(await listOnDesktop(agent, "0")).toHaveLength(1);
    expect(await listOnDesktop(other, "0")).toEqual([]);
    expect(await readPulse(customer, { request: null, list: null })).toEqual({ unread: 0 });
    await aParticipant(reference, agent);
    expect((await listOnDesktop(agent, "0")).every(({ href }) => !href.startsWith("/agent"))).toBe(true);
  });
});

it("news that goes to many is thrown away after 30 days, and nothing else", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const reference = await aRequest({ by: customer });
  await run(agent, act => claimRequest(act, { reference }));
  await comment(customer, reference);
  await sweepNotices(later(now(), days(29)));
  expect(await noticesOf(agent, reference)).toHaveLength(2);
  await sweepNotices(later(now(), days(31)));
  expect((await noticesOf(agent, reference)).map(({ kind }) => kind)).toEqual(["customer_replied"]);
});

describe("news that a request came in", () => {
  it("is read for everybody once somebody takes the request, by claiming, by an answer or for a colleague", async () => {
    const [agent, colleague, taker] = [await anAgent(), await anAgent(), await anAgent()];
    const unread = async (reference: string) =>
      (await noticesOf(colleague, reference)).filter(({ readAt }) => readAt === null).map(({ kind }) => kind);
    const [one, two, three, four] = [await aRequest(), await aRequest(), await aRequest(), await aRequest()];
    for (const reference of [one, two, three, four])
      expect(await unread(reference)).toEqual(["request_arrived"]);
    await run(taker, act => claimRequest(act, { reference: one }));
    await run(taker, act => commentOnRequest(act, { reference: two, body: "On it." }));
    await run(agent, act => assignRequest(act, { reference: three, from: null, to: taker.id }));
    await run(taker, act => addNote(act, { reference: four, body: "Strange." }));
    for (const reference of [one, two, three]) expect(await unread(reference)).toEqual([]);
    expect(await unread(four)).toEqual(["request_arrived"]);
    expect((await noticesOf(taker, three)).at(-1)).toMatchObject({ kind: "assigned_to_you", readAt: null });
  });
});

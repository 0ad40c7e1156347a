import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import { readForm } from "@/lib/catalog/queries";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { setPriority } from "@/lib/desk/priority";
import { readTeamToBe } from "@/lib/desk/type-change";
import { typeChangeForm } from "@/lib/entry/request-forms";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { readRequestPage } from "@/lib/requests/customer-view";
import { toldBy } from "@/lib/requests/history-line";
import { deskList } from "@/lib/search/desk-list";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
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
import { eventsOf, everythingOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { aTeam } from "../../support/teams";
import { retype } from "../../support/type-change";

const problem = "report-a-problem-with-amtl3";
const access = "access-and-accounts";
const invoice = "question-about-an-invoice";
const aProblem = (by?: PersonActor, impact = "it_is_only_a_flaw") =>
  aRequest({
    ...{ by, type: problem, summary: "Lena cannot log in" },
    answers: { impact, details: "It says “locked”.", since: "2026-11-25T09:30" },
  });
const unlock = { wish: "unlock_an_account", who: "Lena", details: "It says “locked”." };
const t = translatorOf("en");

let agent: PersonActor;
beforeAll(async () => {
  agent = await anAgent();
});

type Page = Awaited<ReturnType<typeof readDeskPage>> | Awaited<ReturnType<typeof readRequestPage>>;
const changesIn = (page: Page) =>
  (page?.timeline ?? []).flatMap(entry =>
    entry.kind === "correction"
      ? [[say(t, toldBy(entry.line, { name: entry.actor.name })), entry.changes] as const]
      : [],
  );

describe("a request of another type", () => {
  it("keeps number, summary, status and people, and has the new form's answers", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    const participant = await aParticipant(reference);
    const before = await rowOf(reference);
    await retype(agent, reference, access, unlock);
    const after = await rowOf(reference);
    const { id, number, summary, status, version, waitingSince, requesterId, assigneeId } = before;
    expect(after).toMatchObject({
      ...{ id, number, summary, status, version, waitingSince, requesterId, assigneeId },
      ...{ edition: 2, answers: unlock, formVersionId: (await readForm(access))?.formVersionId },
    });
    for (const person of [customer, participant])
      expect(await readRequestPage(person, reference)).toMatchObject({ reference, typeSlug: access });
    const events = await eventsOf(reference);
    expect(events.find(({ type }) => type === "request_type_changed")).toMatchObject({
      data: { fromFormId: before.formVersionId, toFormId: after.formVersionId },
      actorId: agent.id,
    });
  });

  it("leaves what does not fit in the history, where agents and customers read it under its own labels", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    await correct(customer, reference, {
      answers: { impact: "there_is_a_way_around", details: "It says “locked”.", since: "2026-11-25T09:30" },
    });
    await retype(agent, reference, access, { ...unlock, details: "The account is locked." });
    await correct(customer, reference, { answers: { ...unlock, who: "Lena Fischer" } });
    await retype(agent, reference, "other-manual-request", { details: "It is solved." });
    for (const page of [await readRequestPage(customer, reference), await readDeskPage(agent, reference)]) {
      const [first, second, third, fourth] = changesIn(page);
      expect(first?.[1]).toMatchObject([
        {
          label: "How badly does it hold you up?",
          before: { value: "It is only a flaw" },
          after: { value: "There is a way around" },
        },
      ]);
      expect(second?.[0]).toContain("from “Report a problem with AMTL3” to “Access and accounts”");
      expect(second?.[1]).toMatchObject([
        {
          label: "How badly does it hold you up?",
          before: { value: "There is a way around" },
          after: null,
          isLeft: true,
        },
        {
          label: "What happened, and what did you expect?",
          before: { value: "It says “locked”." },
          after: { value: "The account is locked." },
        },
        { label: "Since when?", after: null, isLeft: true },
        { label: "What do you need?", before: null, after: { value: "Unlock an account" } },
        { label: "Whose account is it?", before: null, after: { value: "Lena" } },
      ]);
      expect(third?.[1]).toMatchObject([
        { label: "Whose account is it?", before: { value: "Lena" }, after: { value: "Lena Fischer" } },
        { label: "Anything else we should know?" },
      ]);
      expect(fourth?.[0]).toContain("to “Other / Manual Request”");
      expect(fourth?.[1].map(({ label }) => label)).toContain("Whose account is it?");
      expect(page?.first.corrected?.entry).toBe(page?.timeline.at(-1)?.id);
    }
    let data = "";
    for await (const piece of writeMyData(customer, t)) data += piece;
    expect(data).toContain("Since when?");
  });

  it("is told to all on the request by email and bell, in plain words, and not to those who muted it", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    await retype(agent, reference, access, unlock);
    const [, mail] = await mailsOf(reference);
    expect(mail).toMatchObject({ kind: "type_changed", to: customer.email });
    expect(mail?.subject).toBe(`[${reference}] Lena cannot log in`);
    expect(mail?.text).toContain("Report a problem with AMTL3");
    expect(mail?.text).toContain("Access and accounts");
    const [row] = (await listNotices(customer)).rows;
    expect(row && say(t, row.told)).toContain("changed the type from");
  });

  it("is found by what it says now, and listed under its new type", async () => {
    const [word, old] = [`zq${randomUUID().slice(0, 8)}`, `zx${randomUUID().slice(0, 8)}`];
    const reference = await aRequest({ answers: { details: `The ${old} one` } });
    await retype(agent, reference, access, { ...unlock, who: word, details: "" });
    const find = async (query: string) =>
      (await listQueue(agent, readListQuery(deskList, query))).rows.map(row => row.reference);
    expect(await find(`q=${word}&type=${access}`)).toEqual([reference]);
    expect(await find(`q=${old}`)).toEqual([]);
  });

  it("has the priority that the new form's rule says, unless an agent has set it", async () => {
    const [byRule, byHand] = [
      await aProblem(undefined, "some_work_is_blocked"),
      await aProblem(undefined, "some_work_is_blocked"),
    ];
    await run(agent, act => setPriority(act, { reference: byHand, to: "urgent" }));
    for (const reference of [byRule, byHand]) {
      expect((await rowOf(reference)).priority).not.toBe("normal");
      await retype(agent, reference, access, unlock);
    }
    expect([(await rowOf(byRule)).priority, (await rowOf(byHand)).priority]).toEqual(["normal", "urgent"]);
    await retype(agent, byRule, problem, { impact: "it_is_only_a_flaw", details: "As before" });
    expect((await rowOf(byRule)).priority).toBe("low");
  });

  it("goes to the new type's team if nobody has it, and stays where it is otherwise", async () => {
    const team = await aTeam({ types: [invoice] });
    const [free, taken] = [await aProblem(), await aProblem()];
    await run(agent, act => claimRequest(act, { reference: taken }));
    const asked = { invoice: "INV-20417", details: "Why twice?" };
    const { formVersionId = "" } = (await readForm(invoice)) ?? {};
    expect(await readTeamToBe(agent, free, formVersionId)).toMatch(/^Team /);
    expect(await readTeamToBe(agent, taken, formVersionId)).toBeNull();
    expect(await readTeamToBe(await aCustomer(), free, formVersionId)).toBeNull();
    for (const reference of [free, taken]) await retype(agent, reference, invoice, asked);
    expect((await readDeskPage(agent, free))?.team?.slug).toBe(team);
    expect(await readDeskPage(agent, taken)).toMatchObject({ team: null, assignee: { id: agent.id } });
    expect((await eventsOf(free)).map(({ type }) => type)).toEqual([
      "request_submitted",
      "request_type_changed",
      "request_handed_over",
      "priority_set",
    ]);
    // Its team has none, so it stays with the one that it has.
    await retype(agent, free, access, unlock);
    expect((await readDeskPage(agent, free))?.team?.slug).toBe(team);
  });
});

describe("a change of type is refused", () => {
  it("to customers and participants, and to strangers, who find no request", async () => {
    const reference = await aProblem();
    const before = await everythingOf(reference);
    for (const person of [await requesterOf(reference), await aParticipant(reference)])
      await expectRefusal(retype(person, reference, access, unlock), "forbidden", /Only agents/);
    await expectRefusal(retype(await aCustomer(), reference, access, unlock), "not_found");
    expect((await rowOf(reference)).formVersionId).toBe(before.row.formVersionId);
  });

  it("once the request is resolved or closed", async () => {
    for (const status of ["resolved", "closed"] as const)
      await expectRefusal(
        retype(agent, await aRequestIn(status), access, unlock),
        "forbidden",
        /only be changed while it is open/,
      );
  });

  it("to the type that it is of, and to a form that there is not", async () => {
    const reference = await aProblem();
    const same = { impact: "it_is_only_a_flaw", details: "It." };
    await expectRefusal(retype(agent, reference, problem, same), "invalid", /of this type already/);
    await expectRefusal(
      retype(agent, reference, access, unlock, { formVersionId: randomUUID() }),
      "not_found",
    );
  });

  it("where a colleague was faster, or the customer has corrected it since, and goes through once that is known", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    const { formVersionId: from, edition } = await rowOf(reference);
    const colleague = await anAgent();
    const outcomes = await Promise.allSettled([
      retype(agent, reference, access, unlock, { from, edition }),
      retype(colleague, reference, "other-manual-request", { details: "It." }, { from, edition }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expectRefusal(
      retype(agent, reference, "help-with-amtl3", { details: "It." }, { from, edition }),
      "conflict",
      /it is “.+” now/,
    );
    const other = await aProblem(customer);
    await correct(customer, other, { summary: "Lena cannot log in at all" });
    const { corrections } = await expectRefusal(
      retype(agent, other, access, unlock, { edition: 1 }),
      "conflict",
      /was corrected after/,
    );
    await retype(agent, other, access, unlock, { edition: Number(corrections.edition) });
    expect(await rowOf(other)).toMatchObject({ edition: 3, summary: "Lena cannot log in at all" });
  });

  it("where the answers do not fit the new form", async () => {
    const form = await readForm(access);
    const schema = typeChangeForm(form?.fields ?? [], "UTC");
    const [from, formVersionId] = [randomUUID(), randomUUID()];
    const sent = { reference: "LDG-1", from, formVersionId, edition: 1, answers: unlock };
    expect(schema.safeParse(sent).success).toBe(true);
    for (const wrong of [
      { answers: { who: "Lena" } },
      { answers: { ...unlock, wish: "nonsense" } },
      { answers: { ...unlock, impact: "it_is_only_a_flaw" } },
      { edition: "x" },
      { from: "x" },
      { summary: "Mine" },
    ])
      expect(schema.safeParse({ ...sent, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });

  it("to a customer’s correction from the form before, which says why", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    const { formVersionId } = await rowOf(reference);
    await retype(agent, reference, access, unlock);
    await expectRefusal(
      correct(customer, reference, { formVersionId, summary: "Late" }),
      "conflict",
      /changed the type of this request/,
    );
  });
});

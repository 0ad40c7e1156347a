import { describe, expect, it } from "vitest";
import { operator, type PersonActor } from "@/lib/actor";
import { sayAnswer } from "@/lib/catalog/describe";
import type { Answers } from "@/lib/catalog/fields";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { correctionForm } from "@/lib/entry/request-forms";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { readCorrectionPage } from "@/lib/requests/correct";
import { readRequestPage } from "@/lib/requests/customer-view";
import { correct } from "../../support/correct";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { eventsOf, everythingOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const problem = {
  type: "report-a-problem-with-amtl3",
  summary: "Two columns are missing",
  answers: { impact: "it_is_only_a_flaw", details: "City and street." },
};
const aProblem = async (by: PersonActor) => aRequest({ by, ...problem });
const participate = async (reference: string, person: PersonActor) => {
  const { id: requestId, isOpen, lastActivityAt, createdAt: addedAt } = await rowOf(reference);
  await db().member.create({
    data: { requestId, personId: person.id, role: "participant", addedAt, isOpen, lastActivityAt },
  });
};

describe("a correction by the requester", () => {
  it("keeps a time with the zone it was typed in, which each reader is told beside their own", async () => {
    const customer = { ...(await aCustomer()), timeZone: "America/New_York" };
    const reference = await aProblem(customer);
    const answers = { ...problem.answers, since: "2026-11-25T09:30" };
    await correct(customer, reference, { answers });
    const agent = { ...(await anAgent()), timeZone: "Europe/Berlin", language: "en-GB" };
    const sinceFor = async () => {
      const facts = (await readDeskPage(agent, reference))?.first.facts;
      const since = facts?.find(({ label }) => /since/i.test(label));
      return since && sayAnswer(translatorOf("en"), since).join();
    };
    const told =
      "25 November 2026 at 09:30 (New York, UTC-05:00); for you 25 November 2026 at 15:30 (Berlin)";
    expect(await sinceFor()).toBe(told);
    // The same form once more, from a browser that has moved: the time was not touched.
    const before = await everythingOf(reference);
    await correct({ ...customer, timeZone: "Asia/Tokyo" }, reference, { answers });
    expect(await everythingOf(reference)).toEqual(before);
    expect(await sinceFor()).toBe(told);
  });

  it("changes summary and answers, and both sides read before and after under the form's own labels", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aProblem(customer);
    await correct(customer, reference, {
      summary: "Three columns are missing",
      answers: { ...problem.answers, impact: "some_work_is_blocked" },
    });
    const changes = [
      {
        label: { code: "requests.summary" },
        before: { value: "Two columns are missing" },
        after: { value: "Three columns are missing" },
      },
      {
        label: "How badly does it hold you up?",
        before: { value: "It is only a flaw" },
        after: { value: "Some work is blocked" },
      },
    ];
    for (const page of [await readRequestPage(customer, reference), await readDeskPage(agent, reference)]) {
      expect(page?.summary).toBe("Three columns are missing");
      expect(page?.timeline.find(({ kind }) => kind === "correction")).toMatchObject({ changes });
    }
    expect((await rowOf(reference)).edition).toBe(2);
  });

  it("is mailed to the assignee, with before and after, under the subject of the whole thread", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aProblem(customer);
    await run(agent, act => claimRequest(act, { reference }));
    await correct(customer, reference, { summary: "Three columns are missing" });
    const mail = (await mailsOf(reference)).at(-1);
    expect(mail).toMatchObject({
      kind: "request_corrected",
      to: agent.email,
      subject: `[${reference}] Two columns are missing`,
    });
    expect(mail?.text).toContain("Three columns are missing");
    expect(await db().notice.count({ where: { personId: agent.id, kind: "request_corrected" } })).toBe(1);
    await run(agent, act => commentOnRequest(act, { reference, body: "Thanks" }));
    expect((await mailsOf(reference)).at(-1)?.subject).toBe(`[${reference}] Two columns are missing`);
  });

  it("counts as activity but moves nothing in the queue", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("waiting_for_customer", { by: customer });
    const before = await rowOf(reference);
    await correct(customer, reference, { summary: "Another summary" });
    const after = await rowOf(reference);
    expect(after.lastActivityAt.getTime()).toBeGreaterThan(before.lastActivityAt.getTime());
    const { waitingSince, deskSpokeLast, status, version } = before;
    expect(after).toMatchObject({ waitingSince, deskSpokeLast, status, version });
  });

  it("that changes nothing records nothing", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    const before = await everythingOf(reference);
    await correct(customer, reference, {});
    await correct(customer, reference, { edition: 7 });
    expect(await everythingOf(reference)).toEqual(before);
  });

  it("drops answers to questions that are no longer asked, and says so in the history", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({
      by: customer,
      type: "access-and-accounts",
      answers: { wish: "remove_a_user", who: "Lena", last_day: "2026-12-01" },
    });
    await correct(customer, reference, {
      answers: { wish: "unlock_an_account", who: "Lena", email: "lena@acme.example", last_day: "2026-12-01" },
    });
    expect((await rowOf(reference)).answers).not.toHaveProperty("last_day");
    const page = await readRequestPage(customer, reference);
    expect(page?.timeline.at(-1)).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ label: "Their last day", after: null })]),
    });
  });
});

describe("a correction from an outdated form", () => {
  it("shows what was corrected meanwhile beside its field, keeps what was typed, and asks once", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    await correct(customer, reference, { summary: "From the other tab" });
    const before = await everythingOf(reference);
    const mine = { summary: "From this tab", edition: 1 };
    const refusal = await expectRefusal(correct(customer, reference, mine), "conflict", /still here/);
    expect(refusal.fields).toEqual({
      summary: ["This was changed to “From the other tab” in the meantime."],
    });
    expect(await everythingOf(reference)).toEqual(before);
    await correct(customer, reference, { ...mine, edition: Number(refusal.corrections.edition) });
    expect((await rowOf(reference)).summary).toBe("From this tab");
  });

  it("names an answer in the words of the form, and one that was emptied", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({
      by: customer,
      ...problem,
      answers: { ...problem.answers, where: ["chrome"] },
    });
    const { answers: first } = await rowOf(reference);
    await correct(customer, reference, {
      answers: { impact: "some_work_is_blocked", details: "City and street." },
    });
    const refusal = await expectRefusal(
      correct(customer, reference, { answers: first as Answers, edition: 1 }),
      "conflict",
    );
    expect(refusal.fields).toEqual({
      "answers.impact": ["This was changed to “Some work is blocked” in the meantime."],
      "answers.where": ["This was emptied in the meantime."],
    });
  });

  it("goes through where nothing it changes was corrected meanwhile", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    await correct(customer, reference, { summary: "The same in both tabs" });
    await correct(customer, reference, {
      summary: "The same in both tabs",
      answers: { ...problem.answers, details: "City, street and country." },
      edition: 1,
    });
    expect((await rowOf(reference)).edition).toBe(3);
  });

  it("sent twice at the same moment lets one win and asks the other", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    const outcomes = await Promise.allSettled([
      correct(customer, reference, { summary: "This tab", edition: 1 }),
      correct(customer, reference, { summary: "That tab", edition: 1 }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await eventsOf(reference)).filter(({ type }) => type === "request_corrected")).toHaveLength(1);
  });
});

describe("a correction is refused", () => {
  it("to a stranger, who finds no request", async () => {
    const reference = await aProblem(await aCustomer());
    await expectRefusal(correct(await aCustomer(), reference, { summary: "Mine" }), "not_found");
    expect(await readCorrectionPage(await aCustomer(), reference, "customer")).toBeNull();
    expect(await readCorrectionPage(await aCustomer(), "nonsense", "customer")).toBeNull();
  });

  it("to participants and managers, who may read it", async () => {
    const [customer, participant, manager] = [await aCustomer(), await aCustomer(), await aCustomer()];
    const organisation = await anOrganisation({ members: [customer], managers: [manager] });
    const reference = await aRequest({ by: customer, ...problem, organisation });
    await participate(reference, participant);
    const before = await everythingOf(reference);
    for (const person of [participant, manager]) {
      await expectRefusal(correct(person, reference, { summary: "Mine" }), "forbidden", /who raised/);
      for (const view of ["customer", "agent"] as const)
        expect(await readCorrectionPage(person, reference, view)).toBeNull();
    }
    expect((await readRequestPage(participant, reference))?.canCorrect).toBe(false);
    expect(await everythingOf(reference)).toEqual(before);
  });

  it("once the request is resolved or closed, and nothing typed is lost", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aProblem(customer);
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    await expectRefusal(
      correct(customer, reference, { summary: "Late" }),
      "forbidden",
      /Resolved.*still here/,
    );
    expect(await readCorrectionPage(customer, reference, "customer")).toMatchObject({ isOpen: false });
    await moveTo(operator, reference, "close");
    await expectRefusal(correct(customer, reference, { summary: "Late" }), "forbidden", /Closed/);
  });

  it("when it comes from the form of another type", async () => {
    const customer = await aCustomer();
    const reference = await aProblem(customer);
    const other = await rowOf(await aRequest({ by: customer }));
    await expectRefusal(
      correct(customer, reference, { summary: "Else", formVersionId: other.formVersionId }),
      "invalid",
    );
  });

  it("when an answer breaks the rules of its question or was never asked for", async () => {
    const { formVersionId } = await rowOf(await aProblem(await aCustomer()));
    const form = await db().formVersion.findUniqueOrThrow({ where: { id: formVersionId } });
    const schema = correctionForm(form.fields as never, "UTC");
    const sent = { reference: "LDG-1", formVersionId, edition: 1, summary: "Fine", answers: problem.answers };
    expect(schema.safeParse(sent).success).toBe(true);
    for (const wrong of [
      { summary: "" },
      { edition: "x" },
      { answers: { details: "No impact" } },
      { answers: { ...problem.answers, impact: "nonsense" } },
      { answers: { ...problem.answers, invented: "x" } },
      { requesterId: "x" },
    ])
      expect(schema.safeParse({ ...sent, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });
});

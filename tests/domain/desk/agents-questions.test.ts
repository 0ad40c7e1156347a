import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import type { PersonActor } from "@/lib/actor";
import type { Field } from "@/lib/catalog/fields";
import { forAgents } from "@/lib/catalog/for-agents";
import { saveForm } from "@/lib/catalog/form-drafts";
import { readForm, readFormVersion, readWholeForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { raiseFor } from "@/lib/desk/on-behalf";
import { examine } from "@/lib/doctor/promises";
import { raiseForForm } from "@/lib/entry/request-forms";
import { readCorrectionPage } from "@/lib/requests/correct";
import { readRequestPage } from "@/lib/requests/customer-view";
import { correctAsAgent, publishes, wholeFormOfRequest } from "../../support/agents-questions";
import { aType } from "../../support/catalog";
import { correct } from "../../support/correct";
import { aCustomer, anAdmin, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { eventsOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { retypeAsAgent } from "../../support/type-change";

const details: Field = { key: "details", kind: "long_text", label: "How can we help?", required: true };
const bike: Field = {
  key: "bike",
  kind: "single_choice",
  label: "Which bike?",
  options: [
    { value: "city", label: "City bike" },
    { value: "race", label: "Race bike" },
  ],
};
const frame: Field = {
  ...{ key: "frame", kind: "text", label: "Frame number", agentsOnly: true, required: true },
  showWhen: { field: "bike", is: ["race"] },
};
const cause: Field = {
  ...{ key: "cause", kind: "single_choice", label: "What caused it?", agentsOnly: true },
  options: [
    { value: "wear", label: "Wear" },
    { value: "crash", label: "A crash" },
  ],
};
const answers = { details: "It squeaks.", bike: "race" };

let agent: PersonActor;
let customer: PersonActor;
let type: string;
beforeAll(async () => {
  [agent, customer, type] = [await anAgent(), await aCustomer(), await aType()];
  await publishes(type, [details, bike, frame, cause]);
});

const raised = () => aRequest({ by: customer, type, answers });
const agentRow = async (reference: string) =>
  db().agentAnswers.findUnique({ where: { requestId: (await rowOf(reference)).id } });
const linesOf = async (reference: string) =>
  (await readDeskPage(agent, reference))?.agentLines.map(({ label, value, isMissing }) => [
    label,
    value?.value ?? (isMissing ? "missing" : null),
  ]);

describe("a question for agents only", () => {
  it("is kept apart from what customers are asked, whose form never has it and never needs it", async () => {
    const form = await readForm(type);
    expect(form?.fields).toEqual([details, bike]);
    const id = form?.formVersionId ?? "";
    expect(await readFormVersion(id)).toEqual([details, bike]);
    expect(forAgents((await readWholeForm(id)) ?? [])).toEqual([frame, cause]);
    const reference = await raised();
    expect((await rowOf(reference)).answers).toEqual(answers);
    expect(await agentRow(reference)).toBeNull();
    await expect(
      db().formVersion.create({ data: { typeId: randomUUID(), version: 1, fields: [cause] as never } }),
    ).rejects.toThrow();
  });

  it("is seen and answered by agents, with before and after in a history that only they see", async () => {
    const reference = await raised();
    const before = await rowOf(reference);
    expect(await linesOf(reference)).toEqual([
      ["Frame number", "missing"],
      ["What caused it?", null],
    ]);
    await correctAsAgent(agent, reference, { answers: { frame: "KX-1", cause: "wear" } });
    await correctAsAgent(agent, reference, { answers: { frame: "KX-2" } });
    expect(await linesOf(reference)).toEqual([
      ["Frame number", "KX-2"],
      ["What caused it?", "Wear"],
    ]);
    const { edition, lastActivityAt, searchText } = before;
    expect(await rowOf(reference)).toMatchObject({ edition, lastActivityAt, searchText, answers });
    const entry = (await readDeskPage(agent, reference))?.timeline.at(-1);
    expect(entry).toMatchObject({
      line: { code: "history.agent_answers_changed" },
      changes: [{ label: "Frame number", before: { value: "KX-1" }, after: { value: "KX-2" } }],
    });
    expect((await readRequestPage(customer, reference))?.timeline).toEqual([]);
    expect((await mailsOf(reference)).map(({ kind }) => kind)).toEqual(["request_received"]);
    expect((await examine()).filter(({ promise }) => promise.includes("only agents"))).toEqual([
      { promise: "What only agents are asked is in no answers that customers read", broken: [] },
    ]);
  });

  it("is corrected in the same form as what the customer said, each with its own entry", async () => {
    const reference = await raised();
    await correctAsAgent(agent, reference, { answers: { details: "It rattles.", frame: "KX-1" } });
    const types = (await eventsOf(reference)).map(one => one.type);
    expect(types).toEqual(["request_submitted", "request_corrected", "agent_answers_changed"]);
    expect(await agentRow(reference)).toMatchObject({ answers: { frame: "KX-1" }, edition: 1 });
    expect((await rowOf(reference)).answers).toEqual({ ...answers, details: "It rattles." });
  });

  it("is not asked where what the customer said does not ask for it, and is required of agents where it does", async () => {
    const reference = await aRequest({ by: customer, type, answers: { ...answers, bike: "city" } });
    expect(await linesOf(reference)).toEqual([["What caused it?", null]]);
    await correctAsAgent(agent, reference, { answers: { cause: "crash", frame: "KX-1" } });
    expect((await agentRow(reference))?.answers).toEqual({ cause: "crash" });
    const sent = correctAsAgent(agent, await raised(), { answers: { cause: "wear" } });
    await expect(sent).rejects.toThrow("validation.answer.fill_in");
  });

  it("is nothing that a customer can answer, ask for or be told about", async () => {
    const reference = await raised();
    await correctAsAgent(agent, reference, { answers: { frame: "KX-1" } });
    const page = await readCorrectionPage(customer, reference, "customer");
    expect(page).toMatchObject({ fields: [details, bike], ofAgents: null });
    expect(await readCorrectionPage(customer, reference, "agent")).toBeNull();
    for (const view of ["customer", "agent"] as const) {
      const sent = correctAsAgent(customer, reference, { view, answers: { frame: "KX-9" } });
      const error = await sent.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ZodError);
      expect(String(error)).not.toMatch(/Frame number|KX-1/);
    }
    await expectRefusal(
      run(customer, async act => {
        const { correctRequest } = await import("@/lib/requests/correct");
        const { formVersionId, edition, summary } = await rowOf(reference);
        const own = { reference, formVersionId, edition, summary, answers };
        await correctRequest(act, { ...own, agentAnswers: { frame: "KX-9" }, agentEdition: 1 });
      }),
      "not_found",
    );
    await correct(customer, reference, { answers: { ...answers, details: "It rattles." } });
    expect(await agentRow(reference)).toMatchObject({ answers: { frame: "KX-1" }, edition: 1 });
  });

  it("tells two agents who answer it at once, and keeps what both said of different questions", async () => {
    const [reference, other] = [await raised(), await anAgent()];
    await correctAsAgent(agent, reference, { answers: { frame: "KX-1" } });
    await correctAsAgent(agent, reference, { answers: { frame: "KX-2" } });
    const late = { answers: { frame: "KX-3" }, agentEdition: 1 };
    const refused = await expectRefusal(correctAsAgent(other, reference, late), "conflict");
    expect(refused.corrections).toEqual({ agentEdition: 2 });
    expect(refused.fields).toHaveProperty(["answers.frame"]);
    await correctAsAgent(other, reference, { answers: { cause: "wear" }, agentEdition: 1 });
    expect((await agentRow(reference))?.answers).toEqual({ frame: "KX-2", cause: "wear" });
    await correctAsAgent(other, reference, { ...late, agentEdition: 3 });
    expect((await agentRow(reference))?.answers).toEqual({ frame: "KX-3", cause: "wear" });
  });

  it("stays as it is once the request is not open", async () => {
    const reference = await raised();
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    await expectRefusal(correctAsAgent(agent, reference, { answers: { frame: "KX-1" } }), "forbidden");
    expect(await agentRow(reference)).toBeNull();
    expect((await readDeskPage(agent, reference))?.canCorrect).toBe(false);
  });

  it("can be answered, and need not be, by the agent who raises the request", async () => {
    const fields = await wholeFormOfRequest(await raised());
    const raise = async (more: object, submissionKey = randomUUID()) => {
      const sent = {
        formVersionId: (await readForm(type))?.formVersionId,
        ...{ submissionKey, customer: customer.id, summary: "Called about a bike" },
        answers: { ...answers, ...more },
      };
      const {
        mail: _,
        shareWith: __,
        ...input
      } = raiseForForm(fields, "UTC").parse(sent) as never as Record<string, never>;
      return (await run(agent, act => raiseFor(act, input as never))).reference;
    };
    const told = await raise({ frame: "KX-7" });
    expect((await rowOf(told)).answers).toEqual(answers);
    expect(await linesOf(told)).toContainEqual(["Frame number", "KX-7"]);
    expect(await agentRow(await raise({}))).toBeNull();
    const key = randomUUID();
    const once = await raise({ frame: "KX-8" }, key);
    expect(await raise({ frame: "KX-8" }, key)).toBe(once);
    for (const other of [{ frame: "KX-9" }, {}]) await expectRefusal(raise(other, key), "conflict");
    expect((await agentRow(once))?.answers).toEqual({ frame: "KX-8" });
    for (const { text, html } of await mailsOf(told)) expect(text + html).not.toMatch(/KX-7|Frame number/);
  });

  it("is carried over to another type that asks agents the same, and left in the agents' history otherwise", async () => {
    const [same, none] = [await aType(), await aType()];
    await publishes(same, [details, { ...cause, label: "Why did it break?" }]);
    const reference = await raised();
    await correctAsAgent(agent, reference, { answers: { frame: "KX-1", cause: "crash" } });
    await retypeAsAgent(agent, reference, same, { details: "It squeaks.", cause: "crash" });
    expect((await agentRow(reference))?.answers).toEqual({ cause: "crash" });
    await retypeAsAgent(agent, reference, none, { details: "It squeaks." });
    expect((await agentRow(reference))?.answers).toEqual({});
    const entries = (await readDeskPage(agent, reference))?.timeline ?? [];
    const left = entries.flatMap(entry => (entry.kind === "correction" ? entry.changes : []));
    expect(left).toContainEqual(
      expect.objectContaining({ label: "Frame number", isLeft: true, after: null }),
    );
    expect(left).toContainEqual(expect.objectContaining({ label: "Why did it break?", isLeft: true }));
    const theirs = JSON.stringify((await readRequestPage(customer, reference))?.timeline);
    expect(theirs).not.toMatch(/KX-1|Frame number|crash|break/);
  });

  it("is not overwritten by a change of type that was decided before it was answered", async () => {
    const [to, reference] = [await aType(), await raised()];
    await correctAsAgent(agent, reference, { answers: { frame: "KX-1" } });
    const late = retypeAsAgent(agent, reference, to, { details: "It squeaks." }, { agentEdition: 0 });
    await expectRefusal(late, "conflict");
    expect((await agentRow(reference))?.answers).toEqual({ frame: "KX-1" });
  });
});

describe("a form that asks agents", () => {
  const unfit = async (fields: Field[], from?: Field[]) => {
    const slug = await aType();
    if (from) await publishes(slug, from);
    return expectRefusal(publishes(slug, fields), "invalid");
  };

  it("lets nothing that customers are asked depend on what agents have answered", async () => {
    await unfit([cause, { ...details, showWhen: { field: "cause", is: ["wear"] } }]);
  });

  it("asks agents for no files, and gives no key to both", async () => {
    await unfit([details, { key: "photo", kind: "file", label: "Photo", agentsOnly: true }]);
    const { agentsOnly: _, ...shown } = cause;
    await unfit([details, shown as Field], [details, cause]);
    await unfit([{ ...details, agentsOnly: true }]);
  });

  it("has what agents are asked below what customers are, however it was sent", async () => {
    const [slug, admin] = [await aType(), await anAdmin()];
    await run(admin, act => saveForm(act, { slug, version: 0, fields: [cause, details] }));
    await publishes(slug, [cause, details]).catch(() => undefined);
    const { formVersionId = "" } = (await readForm(slug)) ?? {};
    const fields = (await readWholeForm(formVersionId)) ?? [];
    expect(fields.map(({ key }) => key)).toEqual(["details", "cause"]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import { stranger } from "@/lib/catalog/audience";
import { offeredOptions } from "@/lib/catalog/choices";
import type { Field } from "@/lib/catalog/fields";
import { readCatalogVersion } from "@/lib/catalog/kept";
import { readFormFor, readSentForm } from "@/lib/catalog/queries";
import { setPriorityRule } from "@/lib/catalog/rule";
import { readWording } from "@/lib/catalog/wording";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { raiseForm, sentCorrection } from "@/lib/entry/request-forms";
import { correctRequest, readCorrectionPage } from "@/lib/requests/correct";
import { readRequestPage } from "@/lib/requests/customer-view";
import { submitRequest } from "@/lib/requests/submit";
import { readDeskSettings } from "@/lib/settings";
import { correctAsAgent, publishes } from "../../support/agents-questions";
import { aType } from "../../support/catalog";
import { aList, asking, retires, saysOnList } from "../../support/choice-lists";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { statementsOf } from "../../support/statements";
import { retypeAsAgent } from "../../support/type-change";

let customer: PersonActor;
let agent: PersonActor;
let admin: PersonActor;
beforeAll(async () => {
  [customer, agent, admin] = [await aCustomer(), await anAgent(), await anAdmin()];
});

const bench: Field = {
  ...{ key: "bench", kind: "text", label: "Which bench?" },
  showWhen: { field: "department", is: ["workshop"] },
};

async function aFormWith(list: string, ...more: Field[]): Promise<string> {
  const type = await aType();
  await publishes(type, [asking(list), ...more]);
  return type;
}

const raised = (type: string, answers: Record<string, string>) => aRequest({ by: customer, type, answers });
const formOf = async (type: string, language?: string) =>
  (await readFormFor(stranger, type, undefined, language)) ?? { fields: [], formVersionId: "" };
const labelsOf = async (type: string, language?: string) =>
  (await formOf(type, language)).fields.flatMap(field =>
    "options" in field ? offeredOptions(field).map(({ label }) => label) : [],
  );

/** Reads what a page shows of the answers, after the visit that comes with each page. */
async function readAnswers(reference: string): Promise<unknown> {
  await readWording();
  const page = await readRequestPage(customer, reference);
  return page?.first.facts.map(({ label, value }) => [label, value]);
}

/** Posts the form of corrections, as the page of customers does. */
async function correctAsCustomer(reference: string, answers: Record<string, string>): Promise<void> {
  const { formVersionId, edition, summary } = await rowOf(reference);
  const data = new FormData();
  data.set("view", "customer");
  data.set("formVersionId", formVersionId);
  const form = await sentCorrection(data, await readDeskSettings(), customer);
  const { view: _, ...input } = form.parse({
    ...{ reference, view: "customer", formVersionId, edition, summary, answers },
  });
  await run(customer, act => correctRequest(act, input));
}

describe("a question that offers what is on a list", () => {
  it("offers what is on it now, without a new version of its form", async () => {
    const list = await aList();
    const type = await aFormWith(list);
    const { formVersionId } = await formOf(type);
    expect(await labelsOf(type)).toEqual(["Sales", "Workshop", "Office"]);
    await saysOnList(list, entries => [
      { value: "shop", label: "Shop", translations: { de: "Laden" } },
      ...entries.map(one => (one.value === "sales" ? { ...one, label: "Selling" } : one)),
    ]);
    expect(await labelsOf(type)).toEqual(["Shop", "Selling", "Workshop", "Office"]);
    expect(await labelsOf(type, "de")).toEqual(["Laden", "Selling", "Workshop", "Office"]);
    expect((await formOf(type)).formVersionId).toBe(formVersionId);
    const stored = await db().formVersion.findUniqueOrThrow({ where: { id: formVersionId } });
    expect(stored.fields).toEqual([expect.objectContaining({ list, options: [] })]);
  });

  it("keeps keys as answers, and says them as the list does now", async () => {
    const list = await aList();
    const reference = await raised(await aFormWith(list), { department: "sales" });
    expect(await rowOf(reference)).toMatchObject({ answers: { department: "sales" }, searchText: "Sales" });
    await saysOnList(list, entries => entries.map(one => ({ ...one, label: `${one.label} team` })));
    expect(await readAnswers(reference)).toEqual([["Which department?", "Sales team"]]);
  });

  it("no longer offers what is retired, and still says it where it was chosen", async () => {
    const list = await aList();
    const type = await aFormWith(list);
    const reference = await raised(type, { department: "sales" });
    const { formVersionId } = await formOf(type);
    await retires(list, "sales");
    expect(await labelsOf(type)).toEqual(["Workshop", "Office"]);
    expect(await readAnswers(reference)).toEqual([["Which department?", "Sales"]]);
    const sent = {
      ...{ formVersionId, submissionKey: crypto.randomUUID(), summary: "Mine" },
      answers: { department: "sales" },
    };
    // As the form says it, and as the command does if it was retired in between.
    const fields = (await readSentForm(formVersionId)) ?? [];
    const { error } = raiseForm(fields, "UTC").safeParse(sent);
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["answers.department", "validation.answer.choose_listed"],
    ]);
    const refused = await expectRefusal(
      run(customer, act => submitRequest(act, sent)),
      "invalid",
    );
    expect(refused.fields).toEqual({
      "answers.department": [expect.stringContaining("“Sales” can no longer")],
    });
  });

  it("lets a correction keep what was chosen before it was retired, and choose nothing else that is", async () => {
    const list = await aList();
    const reference = await raised(await aFormWith(list, bench), { department: "workshop", bench: "3" });
    await retires(list, "workshop");
    await retires(list, "office");
    await readWording();
    const page = await readCorrectionPage(customer, reference, "customer");
    const [question] = page?.fields ?? [];
    expect(question && "options" in question && offeredOptions(question).map(({ value }) => value)).toEqual([
      ...["sales", "workshop"],
    ]);
    await correctAsCustomer(reference, { department: "workshop", bench: "4" });
    expect((await rowOf(reference)).answers).toEqual({ department: "workshop", bench: "4" });
    const refused = await expectRefusal(correctAsCustomer(reference, { department: "office" }), "invalid");
    expect(refused.fields).toHaveProperty(["answers.department"]);
    await correctAsCustomer(reference, { department: "sales" });
    await expectRefusal(correctAsCustomer(reference, { department: "workshop" }), "invalid");
    // The history says the choices that were left, too.
    await readWording();
    const told = JSON.stringify((await readRequestPage(customer, reference))?.timeline);
    expect(told).toContain("Workshop");
    expect(told).not.toContain("workshop");
  });

  it("decides about other questions by its keys, and no condition asks for a key that it never had", async () => {
    const list = await aList();
    const type = await aFormWith(list, bench);
    const shown = await raised(type, { department: "workshop", bench: "3" });
    expect((await rowOf(shown)).answers).toEqual({ department: "workshop", bench: "3" });
    const hidden = await raised(type, { department: "sales", bench: "3" });
    expect((await rowOf(hidden)).answers).toEqual({ department: "sales" });
    const unknown = { ...bench, showWhen: { field: "department", is: ["nowhere"] } } as Field;
    await expectRefusal(publishes(type, [asking(list), unknown]), "invalid");
  });

  it("is asked of agents alone, where it is theirs", async () => {
    const list = await aList();
    const type = await aType();
    await publishes(type, [
      { key: "what", kind: "text", label: "What?" },
      asking(list, { agentsOnly: true, kind: "multiple_choice" }),
    ]);
    const reference = await raised(type, { what: "A bell" });
    await correctAsAgent(agent, reference, { answers: { department: ["sales", "office"] } });
    await retires(list, "office");
    await correctAsAgent(agent, reference, { answers: { department: ["office"] } });
    await readWording();
    expect((await readDeskPage(agent, reference))?.agentLines[0]?.value).toMatchObject({ value: ["Office"] });
    await retires(list, "sales");
    await expectRefusal(
      correctAsAgent(agent, reference, { answers: { department: ["office", "sales"] } }),
      "invalid",
    );
    expect(JSON.stringify(await readRequestPage(customer, reference))).not.toContain("Office");
  });

  it("goes along to another type that asks it, as far as it is offered", async () => {
    const list = await aList();
    const [from, to] = [
      await aFormWith(list),
      await aFormWith(list, { key: "bench", kind: "text", label: "Which bench?" }),
    ];
    const reference = await raised(from, { department: "office" });
    await retires(list, "office");
    await expectRefusal(retypeAsAgent(agent, reference, to, { department: "office" }), "invalid").catch(
      error => {
        // The form that comes in refuses it before the command does.
        expect(String(error)).toContain("choose_listed");
      },
    );
    await retypeAsAgent(agent, reference, to, { department: "sales" });
    expect((await rowOf(reference)).answers).toEqual({ department: "sales" });
  });

  it("costs the pages of a request, its correction and its form no statement, once a server has the lists", async () => {
    const list = await aList();
    const [shared, own] = [await aFormWith(list), await aType()];
    const [theirs, without] = [
      await raised(shared, { department: "sales" }),
      await raised(own, { details: "It squeaks." }),
    ];
    await correctAsCustomer(theirs, { department: "office" });
    await correctAsCustomer(without, { details: "It squeaks still." });
    const version = await readCatalogVersion();
    const pages = async (reference: string, type: string) => {
      await readWording(version);
      await readFormFor(stranger, type, version);
      await readRequestPage(customer, reference);
      return statementsOf(async () => {
        await readWording(version);
        await readFormFor(stranger, type, version);
        await readRequestPage(customer, reference);
        await readCorrectionPage(customer, reference, "customer");
        await listNotices(agent);
      });
    };
    expect(await pages(theirs, shared)).toHaveLength((await pages(without, own)).length);
  });

  it("can say how urgent a request is", async () => {
    const list = await aList();
    const type = await aFormWith(list);
    const { formVersionId } = await formOf(type);
    const rule = (value: string) => ({ field: "department", priorities: { [value]: "urgent" as const } });
    await expectRefusal(
      run(admin, act => setPriorityRule(act, { slug: type, formVersionId, rule: rule("nowhere") })),
      "invalid",
    );
    await run(admin, act => setPriorityRule(act, { slug: type, formVersionId, rule: rule("office") }));
    expect((await rowOf(await raised(type, { department: "office" }))).priority).toBe("urgent");
    expect((await rowOf(await raised(type, { department: "sales" }))).priority).toBe("normal");
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { answersSchema } from "@/lib/catalog/answers";
import type { Answers, Field } from "@/lib/catalog/fields";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { partSize } from "@/lib/requests/history-part";
import { historyViewOf } from "@/lib/requests/history-view";
import { submitRequest } from "@/lib/requests/submit";
import { correct } from "../../support/correct";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { anUnsentFile } from "../../support/files";
import { rowOf } from "../../support/records";

/** A request through a form that has these fields and no other. */
async function aRequestWith(by: PersonActor, fields: Field[], answers: Answers): Promise<string> {
  const mark = randomUUID();
  const words = { name: "Made up", description: "Made up", position: 99 };
  const category = { create: { ...words, slug: mark } };
  const type = { ...words, slug: mark, icon: "bug", publishedAt: new Date(), category };
  const form = await db().formVersion.create({
    data: { version: 1, fields, type: { create: type } },
    select: { id: true },
  });
  const input = {
    formVersionId: form.id,
    submissionKey: randomUUID(),
    summary: "Made up",
    answers: answersSchema(fields).parse(answers),
  };
  return (await run(by, act => submitRequest(act, input))).reference;
}

/** The ids and times of its events of this kind, oldest first. */
const idsOf = async (reference: string, type: string) =>
  db().event.findMany({
    where: { type, requestId: (await rowOf(reference)).id },
    orderBy: { id: "asc" },
    select: { id: true, at: true },
  });

const fields: Field[] = [
  { key: "details", kind: "text", label: "A short one with the name of a long one" },
  { key: "color", kind: "long_text", label: "A long one" },
  { key: "day", kind: "date", label: "A day" },
  { key: "more", kind: "long_text", label: "Another long one" },
  { key: "pictures", kind: "file", label: "Pictures" },
  {
    key: "parts",
    kind: "multiple_choice",
    label: "Parts",
    options: [
      { value: "a", label: "First" },
      { value: "b", label: "Second" },
    ],
  },
];

describe("the first message of a history is the request itself", () => {
  it("what was written at length and the files are said, all other kinds of answers are facts", async () => {
    const customer = await aCustomer();
    const file = await anUnsentFile(customer, { name: "screen.txt" });
    const answers = {
      details: "Short",
      color: "Long\n\nand **marked**",
      day: "2026-12-01",
      pictures: [file.id],
      parts: ["b", "a"],
    };
    const reference = await aRequestWith(customer, fields, answers);
    const page = await readRequestPage(customer, reference);
    expect(page?.first).toMatchObject({
      kind: "request",
      at: (await rowOf(reference)).createdAt.toISOString(),
      actor: { name: customer.name, side: "customer" },
      mine: true,
      said: [
        { label: "A long one", value: "Long\n\nand **marked**" },
        { label: "Pictures", files: [{ id: file.id }] },
      ],
      facts: [
        { label: "A short one with the name of a long one", value: "Short" },
        { label: "A day" },
        { label: "Parts", value: ["Second", "First"] },
      ],
    });
    expect(page?.timeline).toEqual([]);
  });

  it("answers say which section of the form asks for them, and a section takes none", async () => {
    const customer = await aCustomer();
    const inSections: Field[] = [
      { key: "what", kind: "text", label: "What" },
      { key: "trip", kind: "section", label: "Your trip" },
      { key: "where", kind: "text", label: "Where" },
    ];
    const reference = await aRequestWith(customer, inSections, { what: "A map", where: "Porto" });
    const page = await readRequestPage(customer, reference);
    expect(page?.first?.facts).toEqual([
      { label: "What", value: "A map", kind: "text" },
      { label: "Where", value: "Porto", kind: "text", section: "Your trip" },
    ]);
    expect(answersSchema(inSections).safeParse({ trip: "yes" }).success).toBe(false);
  });

  it("a form without a long question has facts alone, and one that was left empty has neither", async () => {
    const customer = await aCustomer();
    const short = fields.filter(({ kind }) => kind === "text" || kind === "date");
    const facts = await aRequestWith(customer, short, { details: "Short" });
    expect((await readRequestPage(customer, facts))?.first).toMatchObject({
      said: [],
      facts: [{ value: "Short" }],
    });
    const empty = await aRequestWith(customer, short, {});
    expect((await readRequestPage(customer, empty))?.first).toMatchObject({ said: [], facts: [] });
  });

  it("customers, participants and agents read the same, as its writer's", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const participant = await aParticipant(reference);
    const first = { actor: { name: customer.name, side: "customer" }, said: [{ value: "It burns." }] };
    expect((await readRequestPage(participant, reference))?.first).toMatchObject({ ...first, mine: false });
    expect((await readDeskPage(await anAgent(), reference))?.first).toMatchObject({ ...first, mine: false });
    expect(await readRequestPage(await aCustomer(), reference)).toBeNull();
  });

  it("what an agent raises is support's", async () => {
    const agent = await anAgent();
    const reference = await aRequest({ by: agent });
    expect((await readRequestPage(agent, reference))?.first).toMatchObject({
      actor: { side: "support" },
      mine: true,
    });
  });

  it("it is there in each part of a long history, and under every filter", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const { id: requestId } = await rowOf(reference);
    const at = new Date();
    await db().event.createMany({
      data: Array.from({ length: partSize + 5 }, () => ({
        type: "participant_left",
        data: {},
        at,
        actorId: customer.id,
        requestId,
      })),
    });
    await run(agent, act => addNote(act, { reference, body: "Between us" }));
    await run(customer, act => commentOnRequest(act, { reference, body: "Hello" }));
    const latest = await readRequestPage(customer, reference);
    expect(latest?.history.earlier).not.toBeNull();
    const [submitted] = await idsOf(reference, "request_submitted");
    for (const search of [
      { before: latest?.history.earlier ?? "" },
      { after: latest?.history.earlier ?? "" },
      { history: "comments" },
      { entry: String(submitted?.id) },
    ]) {
      const view = historyViewOf(search);
      expect((await readRequestPage(customer, reference, view))?.first).toEqual(latest?.first);
      expect((await readDeskPage(agent, reference, view))?.first.said).toEqual(latest?.first.said);
    }
  });
});

describe("once it was corrected it says so", () => {
  const problem = { details: "Short", color: "It is gren" };

  it("with its present words, when they were last corrected, and where to read the earlier ones", async () => {
    const customer = await aCustomer();
    const reference = await aRequestWith(customer, fields, problem);
    expect((await readRequestPage(customer, reference))?.first).not.toHaveProperty("corrected");
    await correct(customer, reference, { answers: { ...problem, color: "It is green" } });
    await correct(customer, reference, { summary: "Another title" });
    const [correction] = await idsOf(reference, "request_corrected");
    for (const page of [
      await readRequestPage(customer, reference),
      await readDeskPage(await anAgent(), reference),
    ]) {
      expect(page?.first).toMatchObject({
        said: [{ value: "It is green" }],
        corrected: { entry: String(correction?.id), at: correction?.at.toISOString() },
      });
      expect(page?.timeline.find(({ id }) => id === String(correction?.id))).toMatchObject({
        kind: "correction",
        changes: [{ before: { value: "It is gren" }, after: { value: "It is green" } }],
      });
    }
  });

  it("a corrected fact counts, a corrected summary alone does not: that is the title", async () => {
    const customer = await aCustomer();
    const reference = await aRequestWith(customer, fields, problem);
    await correct(customer, reference, { summary: "Another title" });
    expect((await readRequestPage(customer, reference))?.first).not.toHaveProperty("corrected");
    await correct(customer, reference, { answers: { ...problem, details: "Shorter" } });
    expect((await readRequestPage(customer, reference))?.first).toHaveProperty("corrected");
  });
});

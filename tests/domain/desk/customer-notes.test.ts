import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { addCustomerNote, changeCustomerNote, removeCustomerNote } from "@/lib/desk/customer-notes";
import { addCustomerNoteInput, customerNoteLimits } from "@/lib/desk/input";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { readRequestPage } from "@/lib/requests/customer-view";
import { numberOf } from "@/lib/requests/reference";
import { readStamp } from "@/lib/requests/stamp";
import { exportRequests } from "@/lib/search/export";
import { readView } from "@/lib/search/own-list";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";

const t = translatorOf("en");
let agent: PersonActor;
let customer: PersonActor;
let reference: string;

beforeEach(async () => {
  [agent, customer] = [await anAgent(), await aCustomer()];
  reference = await aRequest({ by: customer });
});

const add = (body: string, by = agent, on = reference) =>
  run(by, act => addCustomerNote(act, { reference: on, body }));
const notesOn = async (on = reference, reader = agent) =>
  (await readDeskPage(reader, on))?.customer.notes ?? [];
const firstNote = async () => {
  const [note] = await notesOn();
  if (!note) throw new Error("There is no note.");
  return { reference, note: note.id, version: note.version };
};
const readWhole = async (pieces: AsyncIterable<unknown>) => {
  let text = "";
  for await (const piece of pieces) text += piece instanceof Uint8Array ? Buffer.from(piece) : piece;
  return text;
};

describe("a note about a customer", () => {
  it("stands beside each of their requests, with who wrote it last, until it is removed", async () => {
    const [other, colleague] = [await aRequest({ by: customer }), await anAgent()];
    await add("Calls back on Fridays");
    await add("Pays by cheque");
    const [first] = await notesOn(other, colleague);
    expect(first).toMatchObject({ body: "Calls back on Fridays", writer: agent.name, version: 1 });
    const note = await firstNote();
    await run(colleague, act => changeCustomerNote(act, { ...note, body: "Never calls back" }));
    expect(await notesOn(other)).toMatchObject([
      { body: "Never calls back", writer: colleague.name, version: 2 },
      { body: "Pays by cheque", writer: agent.name },
    ]);
    await run(colleague, act => removeCustomerNote(act, { ...note, version: 2 }));
    expect((await notesOn()).map(({ body }) => body)).toEqual(["Pays by cheque"]);
    expect(await notesOn(await aRequest())).toEqual([]);
    expect(
      await db().event.findMany({ where: { personId: customer.id, type: { startsWith: "customer_note" } } }),
    ).toMatchObject([
      { type: "customer_note_added", requestId: null },
      { type: "customer_note_added" },
      { type: "customer_note_changed", actorId: colleague.id, data: { customerNoteId: note.note } },
      { type: "customer_note_removed" },
    ]);
  });

  it("is not changed or removed over what somebody else has made of it since", async () => {
    await add("As it was");
    const note = await firstNote();
    await run(await anAgent(), act => changeCustomerNote(act, { ...note, body: "As it is" }));
    for (const attempt of [
      () => run(agent, act => changeCustomerNote(act, { ...note, body: "As I want it" })),
      () => run(agent, act => removeCustomerNote(act, note)),
    ]) {
      const refusal = await expectRefusal(attempt(), "conflict", /changed this note/);
      expect(refusal.corrections).toEqual({ version: 2 });
      expect(refusal.fields.body).toEqual(["It now says: “As it is”"]);
    }
    await run(agent, act => changeCustomerNote(act, { ...note, version: 2, body: "As I want it" }));
    await run(agent, act => removeCustomerNote(act, { ...note, version: 3 }));
    await expectRefusal(
      run(agent, act => changeCustomerNote(act, { ...note, version: 3, body: "Too late" })),
      "conflict",
      /removed this note/,
    );
  });

  it("is written by whoever sees one of their requests as an agent, and by nobody else", async () => {
    const manager = await aCustomer();
    const organisation = await anOrganisation({ members: [customer], managers: [manager] });
    const ofMany = await aRequest({ by: customer, organisation });
    const [guest, helper] = [await aParticipant(ofMany), await aParticipant(ofMany, await anAgent())];
    for (const by of [customer, guest, manager, helper])
      await expectRefusal(add("No", by, ofMany), "forbidden", /Only agents who do not take part/);
    expect(await notesOn(ofMany, helper)).toEqual([]);
    const restricted = { ...(await anAgent()), seesDesk: false };
    for (const by of [await aCustomer(), restricted]) await expectRefusal(add("No", by), "not_found");
    await run({ ...restricted, seesDesk: true }, act => claimRequest(act, { reference }));
    await add("Yes", restricted);
    expect(await notesOn(reference, restricted)).toHaveLength(1);
  });

  it("belongs to its customer: on a request of somebody else it does not exist", async () => {
    await add("Theirs");
    const note = { ...(await firstNote()), reference: await aRequest() };
    await expectRefusal(
      run(agent, act => removeCustomerNote(act, note)),
      "conflict",
    );
    expect(await notesOn()).toHaveLength(1);
  });

  it("is short, and there are few of them, also when two agents add the last one at once", async () => {
    expect(addCustomerNoteInput.safeParse({ reference, body: "  \n " }).success).toBe(false);
    const long = "x".repeat(customerNoteLimits.body + 1);
    expect(addCustomerNoteInput.safeParse({ reference, body: long }).success).toBe(false);
    for (let number = 2; number <= customerNoteLimits.notes; number++) await add(`No. ${number}`);
    const outcomes = await Promise.allSettled([add("last"), add("too many", await anAgent())]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await notesOn()).toHaveLength(customerNoteLimits.notes);
  });

  it("changes the page of agents, and nothing that a customer, a participant or a manager is told", async () => {
    const manager = await aCustomer();
    const organisation = await anOrganisation({ members: [customer], managers: [manager] });
    reference = await aRequest({ by: customer, organisation });
    const guest = await aParticipant(reference);
    const canary = `canary-${randomUUID()}`;
    const number = numberOf(reference) ?? 0;
    const look = async (reader: PersonActor) => ({
      page: await readRequestPage(reader, reference),
      stamp: (await readStamp(reader, number)).stamp,
      list: await readWhole(await exportRequests(t, reader, readView("show=all"))),
    });
    const readers = [customer, guest, manager];
    const before = [];
    for (const reader of readers) before.push(await look(reader));
    const stamp = (await readStamp(agent, number)).stamp;
    await add(canary);
    for (const [place, reader] of readers.entries()) expect(await look(reader)).toEqual(before[place]);
    expect((await readStamp(agent, number)).stamp).not.toBe(stamp);
    expect(JSON.stringify(await readDeskPage(agent, reference))).toContain(canary);
    for (const reader of [guest, manager, agent])
      expect(await readWhole(writeMyData(reader, t))).not.toContain(canary);
    const mails = await db().delivery.count({
      where: { OR: [{ html: { contains: canary } }, { text: { contains: canary } }] },
    });
    expect(mails).toBe(0);
  });

  it("is part of its customer's own data, without its writer, until it is removed", async () => {
    await add("Prefers to be called Vee");
    const data = async () => JSON.parse(await readWhole(writeMyData(customer, t)));
    expect((await data()).notesAboutYou).toEqual([
      { body: "Prefers to be called Vee", writtenAt: expect.any(String) },
    ]);
    expect(JSON.stringify(await data())).not.toContain(agent.name);
    const note = await firstNote();
    await run(agent, act => removeCustomerNote(act, note));
    expect(JSON.stringify(await data())).not.toContain("Vee");
    const kept = await db().change.findMany({ select: { values: true } });
    expect(JSON.stringify(kept)).not.toContain("Vee");
  });
});

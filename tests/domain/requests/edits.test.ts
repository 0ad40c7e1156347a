import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { operator } from "@/lib/actor";
import { before, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { examine } from "@/lib/doctor/promises";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { editComment, editMinutes } from "@/lib/requests/edits";
import { historyViewOf } from "@/lib/requests/history-view";
import { numberOf } from "@/lib/requests/reference";
import { aCustomer, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { deliveriesOf, eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

async function aComment(by: PersonActor, reference: string, body = "Frist words", at?: Date) {
  await run(by, act => commentOnRequest(act, { reference, body }), at);
  return db().comment.findFirstOrThrow({
    where: { request: { number: numberOf(reference) ?? 0 }, authorId: by.id },
    orderBy: { id: "desc" },
    select: { id: true },
  });
}

const edit = (by: PersonActor, reference: string, commentId: string, body: string, seen = 0, at?: Date) =>
  run(by, act => editComment(act, { reference, commentId, body, seen }), at);

const shownTo = async (actor: PersonActor, reference: string) =>
  (await readRequestPage(actor, reference))?.timeline.findLast(entry => entry.kind === "comment");

describe("an edit of one's own comment", () => {
  it("changes the words, keeps the earlier ones for whoever may read it, and tells nobody", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference);
    const [row, mails] = [await rowOf(reference), await deliveriesOf(reference)];
    const entry = await edit(customer, reference, id, "First words");
    const page = await readDeskPage(agent, reference);
    expect(page?.timeline.findLast(one => one.kind === "comment")).toMatchObject({
      id: entry,
      body: "First words",
      edited: { earlier: [{ body: "Frist words" }] },
    });
    expect(await shownTo(customer, reference)).toMatchObject({
      edited: { earlier: [{ body: "Frist words" }] },
    });
    expect((await eventsOf(reference)).at(-1)).toMatchObject({
      type: "comment_edited",
      data: { commentId: id },
    });
    expect(await deliveriesOf(reference)).toEqual(mails);
    expect(await rowOf(reference)).toEqual(row);
  });

  it("made twice shows both earlier texts, the latest first", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference, "one");
    await edit(customer, reference, id, "two");
    const { editedAt } = await db().comment.findUniqueOrThrow({ where: { id }, select: { editedAt: true } });
    await edit(customer, reference, id, "three", editedAt?.getTime());
    expect(await shownTo(customer, reference)).toMatchObject({
      body: "three",
      edited: { earlier: [{ body: "two" }, { body: "one" }] },
    });
  });

  it("by an agent works the same", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(agent, reference);
    await edit(agent, reference, id, "Better words");
    expect(await shownTo(customer, reference)).toMatchObject({ body: "Better words" });
  });

  it("that changes nothing is no edit", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference, "Same\nlines");
    const events = await eventsOf(reference);
    await edit(customer, reference, id, "Same\nlines", 17);
    await edit(customer, reference, id, "Same\r\nlines");
    expect(await eventsOf(reference)).toEqual(events);
    expect(await db().earlierWords.count({ where: { commentId: id } })).toBe(0);
  });

  it("is offered to its writer alone, and only while there is time", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    await aComment(customer, reference);
    expect(await shownTo(customer, reference)).toHaveProperty("editing");
    const page = await readDeskPage(agent, reference);
    expect(page?.timeline.find(entry => entry.kind === "comment")).not.toHaveProperty("editing");
    const old = await aRequest({ by: customer });
    await aComment(customer, old, "Old", before(new Date(), minutes(editMinutes + 1)));
    const comment = await shownTo(customer, old);
    expect(comment).not.toHaveProperty("editing");
    // Whoever has the form open and comes too late finds it again, with what was typed.
    const late = await readRequestPage(customer, old, historyViewOf({ edit: comment?.id }));
    expect(late?.timeline.at(-1)).toMatchObject({ editing: { isOver: true, isAsked: true } });
  });
});

describe("the doctor", () => {
  it("finds each edit with its earlier words, and each correction in the history", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference);
    await edit(customer, reference, id, "Better words");
    // Others write to the same database, also past the desk's commands.
    const before = (await examine()).flatMap(({ broken }) => broken);
    expect(before).not.toContain(`comment ${id}`);
    await db().earlierWords.deleteMany({ where: { commentId: id } });
    const found = (await examine()).flatMap(({ broken }) => broken);
    expect(found).toContain(`comment ${id}`);
    await db().earlierWords.create({ data: { commentId: id, body: "Frist words", writtenAt: new Date() } });
  });
});

describe("an edit by a participant", () => {
  it("is theirs to make while they take part, and no longer", async () => {
    const participant = await aCustomer();
    const reference = await aRequest();
    const { id: requestId, isOpen, lastActivityAt, createdAt: addedAt } = await rowOf(reference);
    await db().member.create({
      data: { requestId, personId: participant.id, role: "participant", addedAt, isOpen, lastActivityAt },
    });
    const { id } = await aComment(participant, reference);
    await edit(participant, reference, id, "Better words");
    await db().member.delete({ where: { requestId_personId: { requestId, personId: participant.id } } });
    await expectRefusal(edit(participant, reference, id, "Afterwards"), "not_found");
  });
});

describe("an edit is refused", () => {
  it("to a stranger, who finds no request, and for a comment of another request", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference);
    await expectRefusal(edit(await aCustomer(), reference, id, "Mine now"), "not_found");
    const other = await aRequest({ by: customer });
    await expectRefusal(edit(customer, other, id, "Elsewhere"), "not_found");
  });

  it("to anybody but the writer, agents too", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference);
    await expectRefusal(edit(await anAgent(), reference, id, "No"), "forbidden", /who wrote/);
  });

  it(`after ${editMinutes} minutes, and not a moment earlier`, async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const at = new Date();
    const { id } = await aComment(customer, reference, "Then", at);
    const end = later(at, minutes(editMinutes));
    await expectRefusal(edit(customer, reference, id, "Late", 0, later(end, 1)), "forbidden", /still here/);
    await edit(customer, reference, id, "Just in time", 0, end);
  });

  it("once the request is closed", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference);
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    await moveTo(operator, reference, "close");
    await expectRefusal(edit(customer, reference, id, "Too late"), "forbidden", /closed/);
  });

  it("when another edit came first: told once, with what it says now", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const { id } = await aComment(customer, reference);
    const outcomes = await Promise.allSettled([
      edit(customer, reference, id, "This tab"),
      edit(customer, reference, id, "That tab"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refusal = await expectRefusal(edit(customer, reference, id, "Once more"), "conflict", /edited/);
    expect(refusal.fields.body?.[0]).toMatch(/It now says: “(This|That) tab”/);
    await edit(customer, reference, id, "Once more", Number(refusal.corrections.seen));
    expect(await shownTo(customer, reference)).toMatchObject({ body: "Once more" });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { findDueReplies, reviveDueReplies, sendDueReply, takeBackReply } from "@/lib/actions/due-replies";
import { type PersonActor, system } from "@/lib/actor";
import { later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { answerFormId } from "@/lib/desk/modes";
import { keepWriting, readWriting } from "@/lib/desk/writing";
import { readUnsent } from "@/lib/drafts/unsent";
import { isToWait, takeAnswer, workOnDueReply } from "@/lib/entry/due-replies";
import { workOneRound } from "@/lib/entry/jobs";
import { perform } from "@/lib/entry/perform";
import { readDrafts } from "@/lib/my-data/account";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { bellOf, kindsTo } from "../../support/choices";
import { aCustomer, anAgent, aRequest, moveTo, run, visitOf } from "../../support/factories";
import { anUnsentFile } from "../../support/files";
import { commentsOf, eventsOf, everythingOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

type Sent = Partial<Parameters<typeof isToWait>[0]>;

let customer: PersonActor;
let agent: PersonActor;
let colleague: PersonActor;
let reference: string;
let box: string;

const answer = async (more: Sent = {}) => ({
  ...{ reference, mode: "reply" as const, body: "The canary-reply is on its way." },
  ...{ version: (await rowOf(reference)).version, ...more },
});
/** As the answer box does. */
async function send(by: PersonActor, more: Sent = {}) {
  const sent = await answer(more);
  const waits = await isToWait(sent, by);
  await run(by, act => takeAnswer(act, sent, waits));
  const [key] = await dueOf(by);
  return key ?? { personId: by.id, place: "" };
}
const dueOf = async (who: PersonActor) => findDueReplies(who.id, (await rowOf(reference)).number);
const latest = async () => {
  const { _max } = await db().event.aggregate({ _max: { id: true } });
  return _max.id ?? 0n;
};
const bodies = async () => (await commentsOf(reference)).map(({ body }) => body);
const customerSays = (body: string) => run(customer, act => commentOnRequest(act, { reference, body }));
const draftIn = async (who: PersonActor, place = box) =>
  readUnsent(who, place, ["mode", "body", "resolution", "seen"]);
const undo = (who: PersonActor, place: string) => run(who, act => takeBackReply(act, { place }));

beforeEach(async () => {
  [customer, agent, colleague] = [await aCustomer(), await anAgent(), await anAgent()];
  for (const who of [agent, colleague])
    await run(who, act => keepWriting(act, { undoes: true, signature: "" }));
  reference = await aRequest({ by: customer });
  box = `/agent/requests/${reference}#${answerFormId}`;
});

describe("a reply that can be undone", () => {
  it("is seen by nobody but its writer and recorded nowhere, until the worker sends it as they would have", async () => {
    const before = await everythingOf(reference);
    const key = await send(agent, { send: "resolve.answered", to: colleague.id });
    expect(await everythingOf(reference)).toEqual(before);
    for (const page of [await readRequestPage(customer, reference), await readDeskPage(colleague, reference)])
      expect(JSON.stringify(page)).not.toContain("canary-reply");
    expect((await visitOf(colleague))?.dueReply).toBeNull();
    expect((await visitOf(agent))?.dueReply).toMatchObject({ place: key.place });
    expect((await readDeskPage(agent, reference))?.dueReplies).toMatchObject([{ place: key.place }]);
    expect(JSON.stringify(await Array.fromAsync(readDrafts(agent)))).toContain("canary-reply");

    await workOnDueReply(key);
    expect(await rowOf(reference)).toMatchObject({ status: "resolved", assigneeId: colleague.id });
    expect(await bodies()).toEqual(["The canary-reply is on its way."]);
    const events = (await eventsOf(reference)).slice(1);
    expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([
      ["request_moved", agent.id],
      ["request_assigned", agent.id],
    ]);
    expect(await dueOf(agent)).toEqual([]);
    expect((await visitOf(agent))?.dueReply).toBeNull();
  });

  it("is neither lost nor doubled where workers are killed in the middle, lost with their job, or several", async () => {
    const key = await send(agent);
    const killed = perform(system("due_reply"), async act => {
      await sendDueReply(act, key);
      await act.tx.$executeRaw`select pg_terminate_backend(pg_backend_pid())`;
    });
    await expect(killed).rejects.toThrow();
    expect(await bodies()).toEqual([]);
    expect(await dueOf(agent)).toEqual([key]);

    await db().$executeRaw`select graphile_worker.remove_job(${`send_reply:${key.place}`})`;
    await reviveDueReplies(later(now(), minutes(2)));
    await workOneRound();
    expect(await bodies()).toHaveLength(1);

    const second = await send(agent, { body: "Once only.", send: "snooze.tomorrow" });
    await Promise.all([1, 2, 3].map(() => workOnDueReply(second)));
    expect(await bodies()).toEqual(["The canary-reply is on its way.", "Once only."]);
    expect((await rowOf(reference)).snoozedUntil?.getTime()).toBeGreaterThan(Date.now());
  });

  it("goes back into the box with its files, in front of what was typed there since, and is not sent", async () => {
    const file = await anUnsentFile(agent, { place: box });
    const seen = await latest();
    const key = await send(agent, { files: [file.id], seen });
    expect((await draftIn(agent)).files).toEqual({});
    await db().draft.create({
      data: { personId: agent.id, place: box, fields: { body: "Typed since." }, updatedAt: now() },
    });
    expect(await undo(agent, key.place)).toBe(`/agent/requests/${reference}`);
    const { draft, files } = await draftIn(agent);
    expect(draft.kept?.fields).toEqual({
      ...{ mode: "reply", seen: String(seen) },
      body: "The canary-reply is on its way.\n\nTyped since.",
    });
    expect(files.files?.map(({ id }) => id)).toEqual([file.id]);
    await workOnDueReply(key);
    expect(await bodies()).toEqual([]);
  });

  it("cannot be undone by anybody else, nor once it is sent", async () => {
    const key = await send(agent);
    const sentence = "This reply has been sent already.";
    for (const who of [colleague, customer]) await expectRefusal(undo(who, key.place), "conflict", sentence);
    await workOnDueReply(key);
    await expectRefusal(undo(agent, key.place), "conflict", sentence);
    expect(await bodies()).toHaveLength(1);
  });

  it("stays a draft where others have written in the meantime, and the bell and a mail say so to its writer alone", async () => {
    const key = await send(agent, { seen: await latest(), send: "resolve.done" });
    await customerSays("Wait, there is more.");
    const before = await everythingOf(reference);
    await workOnDueReply(key);
    await workOnDueReply(key);
    const after = await everythingOf(reference);
    expect(after.row).toEqual(before.row);
    expect(after.comments).toEqual(before.comments);
    expect(after.events.slice(before.events.length).map(({ type }) => type)).toEqual(["reply_held_back"]);
    expect(await bellOf(agent)).toContain("Your reply was not sent, and is kept as a draft");
    expect(await kindsTo(agent, reference)).toContain("reply_held_back");
    expect(await kindsTo(colleague, reference)).toEqual([]);
    expect(await bellOf(colleague)).not.toContain("Your reply was not sent, and is kept as a draft");
    const { dueReplies = [] } = (await readDeskPage(agent, reference)) ?? {};
    expect(dueReplies).toMatchObject([{ place: key.place, refusal: { code: "reply.overtaken" } }]);
    for (const page of [await readRequestPage(customer, reference), await readDeskPage(colleague, reference)])
      expect(JSON.stringify(page)).not.toMatch(/canary-reply|held_back/);
    await undo(agent, key.place);
    expect((await draftIn(agent)).draft.kept?.fields.body).toContain("canary-reply");
  });

  it("of two agents within ten seconds, the second stays a draft: neither answers unseen", async () => {
    const seen = await latest();
    const [first, second] = [await send(agent, { seen }), await send(colleague, { seen, body: "Me, too." })];
    await workOnDueReply(first);
    await workOnDueReply(second);
    expect(await bodies()).toEqual(["The canary-reply is on its way."]);
    expect((await readDeskPage(colleague, reference))?.dueReplies[0]?.refusal?.code).toBe("reply.overtaken");
  });

  it("stays a draft where its writer is no agent any more, or the request is closed", async () => {
    const key = await send(agent);
    await db().person.update({ where: { id: agent.id }, data: { role: "customer" }, select: { id: true } });
    await workOnDueReply(key);
    expect(await bodies()).toEqual([]);

    const other = await send(colleague);
    await moveTo(await anAgent(), reference, "resolve", { resolution: "done" });
    await moveTo(system("auto_close"), reference, "close");
    await workOnDueReply(other);
    expect(await bodies()).toEqual([]);
    const { dueReplies = [] } = (await readDeskPage(colleague, reference)) ?? {};
    expect(dueReplies[0]?.refusal?.code).toBe("comment.request_closed");
  });

  it("goes out first where its writer answers once more", async () => {
    await send(agent);
    const second = await send(agent, { body: "And one thing more." });
    expect(await bodies()).toEqual(["The canary-reply is on its way."]);
    await workOnDueReply(second);
    expect(await bodies()).toHaveLength(2);
  });
});

describe("a reply that would be refused", () => {
  it("is refused at once, of which nothing is left", async () => {
    const seen = await latest();
    await customerSays("One thing more.");
    const before = await everythingOf(reference);
    await expectRefusal(send(agent, { seen }), "conflict");
    await expectRefusal(send(agent, { body: undefined }), "invalid", "Please write something first.");
    expect(await everythingOf(reference)).toEqual(before);
    expect(await dueOf(agent)).toEqual([]);
  });
});

describe("what is sent at once", () => {
  it("is a note, and whatever an agent writes who wants no undoing", async () => {
    await send(agent, { mode: "note", body: "Between us." });
    expect((await eventsOf(reference)).at(-1)?.type).toBe("note_added");
    await run(agent, act => keepWriting(act, { undoes: false, signature: "" }));
    await run(agent, act => claimRequest(act, { reference }));
    await send(agent);
    expect(await bodies()).toHaveLength(1);
  });

  it("follows the desk until an agent has chosen; customers have no choice", async () => {
    const other = await anAgent();
    expect(await readWriting(other, { undo: "on" })).toMatchObject({ undoes: true });
    expect(await readWriting(other, { undo: "off" })).toMatchObject({ undoes: false });
    expect(await readWriting(agent, { undo: "off" })).toMatchObject({ undoes: true });
    await expectRefusal(readWriting(customer, { undo: "on" }), "not_found");
    await expectRefusal(
      run(customer, act => keepWriting(act, { undoes: true, signature: "" })),
      "not_found",
    );
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensureCustomer } from "@/lib/accounts/customers";
import type { PersonActor } from "@/lib/actor";
import type { Field, GivenAnswers } from "@/lib/catalog/fields";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { discardMail } from "@/lib/inbound/decide";
import { answersFrom, raiseFromMail, readMailToRaise } from "@/lib/inbound/raise";
import { findFile } from "@/lib/requests/attachments";
import { aCustomer, actorOf, anAddress, anAgent, run } from "../../support/factories";
import { aPicture } from "../../support/files";
import { bring, rawMail, replySettings } from "../../support/raw-mail";
import { deliveriesOf, eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings(replySettings));

let agent: PersonActor;
beforeEach(async () => {
  agent = await anAgent();
});

const files = [{ name: "lift.png", content: aPicture(32, 32) }];

async function aMail(wishes: Parameters<typeof rawMail>[0] = {}) {
  const from = anAddress("stranger");
  const mail = await bring(
    rawMail({
      from: `Kim Novak <${from}>`,
      subject: "The lift stands still",
      body: "Since noon.",
      ...wishes,
    }),
  );
  return { id: mail?.id ?? "", from };
}

async function submission(mail: string, from: string, more: { answers?: GivenAnswers } = {}) {
  const form = await readForm("other-manual-request");
  const read = await readMailToRaise(agent, mail);
  if (!form || !read) throw new Error("There is no form, or no mail.");
  const { values } = answersFrom(form.fields, read);
  return {
    mail,
    formVersionId: form.formVersionId,
    submissionKey: randomUUID(),
    summary: read.summary,
    customer: await run(agent, act => ensureCustomer(act, { email: from, name: read.name })),
    answers: values as GivenAnswers,
    ...more,
  };
}
const raise = (input: Awaited<ReturnType<typeof submission>>, by = agent) =>
  run(by, act => raiseFromMail(act, input));
const mailRow = (id: string) =>
  db().inboundMail.findUniqueOrThrow({
    where: { id },
    select: { state: true, decidedById: true, requestId: true },
  });

describe("a request made of a mail", () => {
  it("is its sender's, with the words and files of the mail, which is done with then", async () => {
    const { id, from } = await aMail({ files });
    const { reference } = await raise(await submission(id, from));
    const sender = await actorOf(from);
    const row = await rowOf(reference);
    expect(row).toMatchObject({
      ...{ requesterId: sender.id, raisedById: agent.id, summary: "The lift stands still" },
      answers: { details: "Since noon.", files: [{ name: "lift.png" }] },
    });
    expect(await mailRow(id)).toEqual({ state: "let_in", decidedById: agent.id, requestId: row.id });
    const [file] = await db().file.findMany({ where: { requestId: row.id } });
    expect(file).toMatchObject({ mailId: null, place: null, ownerId: sender.id });
    expect(await findFile(sender, file?.id ?? "")).not.toBeNull();
    expect(await eventsOf(reference)).toMatchObject([
      { type: "request_submitted", actorId: agent.id },
      { type: "mail_made_request", actorId: agent.id, data: { mailId: id } },
    ]);
    expect(await deliveriesOf(reference)).toMatchObject([{ kind: "request_received", to: from }]);
    expect((await readDeskPage(agent, reference))?.timeline.some(({ kind }) => kind === "note")).toBe(false);
  });

  it("drops a file that the agent has taken out, and keeps what they have written instead", async () => {
    const { id, from } = await aMail({ files });
    const { reference } = await raise(await submission(id, from, { answers: { details: "Shorter." } }));
    expect(await rowOf(reference)).toMatchObject({ answers: { details: "Shorter." } });
    expect(await db().file.count({ where: { OR: [{ mailId: id }, { place: `mail:${id}` }] } })).toBe(0);
  });

  it("can be for somebody else than the sender", async () => {
    const { id } = await aMail({ files });
    const customer = await aCustomer();
    const { reference } = await raise(await submission(id, customer.email));
    expect(await rowOf(reference)).toMatchObject({ requesterId: customer.id });
    expect(await db().inboundMail.findUnique({ where: { id } })).toMatchObject({ senderId: null });
  });

  it("is one request, however often it is sent, and one of two agents is too late", async () => {
    const { id, from } = await aMail({ files });
    const input = await submission(id, from);
    const { reference } = await raise(input);
    expect((await raise(input)).reference).toBe(reference);
    await expectRefusal(raise({ ...input, submissionKey: randomUUID() }, await anAgent()), "conflict");
    const other = await aMail();
    const late = await submission(other.id, other.from);
    const outcomes = await Promise.allSettled([
      raise(late),
      raise({ ...late, submissionKey: randomUUID() }, await anAgent()),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is made by agents alone, of a mail that waits", async () => {
    const { id, from } = await aMail();
    const input = await submission(id, from);
    await expectRefusal(raise(input, await aCustomer()), "not_found");
    expect(await readMailToRaise(await aCustomer(), id)).toBeNull();
    expect(await readMailToRaise(agent, randomUUID())).toBeNull();
    expect(await readMailToRaise(agent, "x'")).toBeNull();
    await run(agent, act => discardMail(act, { mail: id }));
    await expectRefusal(raise(input), "conflict");
    expect(await readMailToRaise(agent, id)).toBeNull();
    expect(await mailRow(id)).toMatchObject({ state: "discarded", requestId: null });
  });

  it("leaves the mail waiting if it is refused", async () => {
    const { id, from } = await aMail({ files });
    const input = await submission(id, from);
    await expectRefusal(raise({ ...input, customer: randomUUID() }), "not_found");
    expect(await mailRow(id)).toMatchObject({ state: "held", decidedById: null });
    expect((await readMailToRaise(agent, id))?.files).toMatchObject([{ name: "lift.png" }]);
  });
});

describe("what a form has no room for", () => {
  const asked: Field[] = [
    { key: "secret", kind: "long_text", label: "Why?", showWhen: { field: "why", is: ["yes"] } },
    { key: "short", kind: "text", label: "Short" },
    { key: "details", kind: "long_text", label: "Details", maxLength: 10 },
    { key: "picture", kind: "file", label: "Picture", max: 1 },
  ];
  const file = { id: randomUUID(), name: "a.txt", size: 1, type: "text/plain", width: null, height: null };

  it("is what is longer than its text, more than its files, or has no field at all", () => {
    const mail = { words: "Words that are longer", files: [file, { ...file, name: "b.txt" }] };
    expect(answersFrom(asked, mail)).toEqual({
      values: { details: "Words that", picture: [file] },
      left: { words: mail.words, files: [{ ...file, name: "b.txt" }] },
    });
    expect(answersFrom(asked, { words: "Fits", files: [] }).left).toEqual({ words: "", files: [] });
    expect(answersFrom([], mail)).toEqual({ values: {}, left: mail });
  });

  it("stays with the request as an internal note that quotes the mail, also where its agent does not see it then", async () => {
    const { id, from } = await aMail({ body: "word ".repeat(2_500), files });
    const restricted = { ...agent, seesDesk: false };
    const { reference, isSeen } = await raise(await submission(id, from), restricted);
    expect(isSeen).toBe(false);
    const page = await readDeskPage(await anAgent(), reference);
    const [note] = page?.timeline.filter(({ kind }) => kind === "note") ?? [];
    expect(note).toMatchObject({ kind: "note", body: expect.stringContaining(`An email from ${from}:`) });
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askForEmailChange, prepareEmailChange } from "@/lib/accounts/email-change";
import { changeProfile } from "@/lib/accounts/profile";
import { openSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { giveFeedback } from "@/lib/help/feedback";
import type { ArticleInput } from "@/lib/help/input";
import { translatorOf } from "@/lib/messages/translate";
import { batchSize, inBatches } from "@/lib/my-data/batches";
import { countMyData, writeMyData } from "@/lib/my-data/write";
import { commentOnRequest } from "@/lib/requests/comments";
import { aCustomer, actorOf, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { anUnsentFile } from "../../support/files";
import { aHelpArticle } from "../../support/help";
import { laterOn } from "../../support/later-on";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { sentMails } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";
import { answerWishes } from "../../support/wishes";

setSettings({ LIMIT_EXPORTS_PER_HOUR: "10" });

const password = "Harbour-lamp 27 quietly!";

async function textOf(actor: PersonActor): Promise<string> {
  let text = "";
  for await (const piece of writeMyData(actor, translatorOf("en"))) text += piece;
  return text;
}

type Rows = Record<string, unknown>[];
type MyData = { profile: Record<string, unknown> } & Record<string, Rows>;
const dataOf = async (actor: PersonActor) => JSON.parse(await textOf(actor)) as MyData;

const say = (actor: PersonActor, reference: string, body: string) =>
  run(actor, act => commentOnRequest(act, { reference, body }));

/** As if the requester had shared it and the other had accepted. */
async function join(reference: string, person: PersonActor): Promise<void> {
  const { id: requestId, isOpen, lastActivityAt } = await rowOf(reference);
  await db().member.create({
    data: {
      requestId,
      personId: person.id,
      role: "participant",
      addedAt: new Date(),
      isOpen,
      lastActivityAt,
    },
    select: { requestId: true },
  });
}

async function speakOfHelp(person: PersonActor): Promise<ArticleInput> {
  const article = await aHelpArticle({ title: "Lost badges" });
  const said = { ...article, isAnswered: false, words: "canary-of-help" };
  await run(person, act => giveFeedback(act, said, person.id));
  return article;
}

const leave = async (reference: string, { id: personId }: PersonActor) =>
  db().member.deleteMany({ where: { requestId: (await rowOf(reference)).id, personId } });

describe("my data", () => {
  it("holds all of a person's own: each kind of it", async () => {
    const person = await aCustomer({ name: "Canary Lind", password });
    const agent = await anAgent({ name: "Helpful Agent" });
    await run(operator, act => openSession(act, person.id));
    const reference = await aRequest({
      by: person,
      summary: "canary-summary",
      answers: { details: "canary-answer" },
    });
    await say(person, reference, "canary-comment-now");
    const comment = await db().comment.findFirstOrThrow({ where: { authorId: person.id } });
    await db().comment.update({
      where: { id: comment.id },
      data: {
        editedAt: new Date(),
        earlier: { create: { body: "canary-earlier", writtenAt: comment.createdAt } },
      },
      select: { id: true },
    });
    await say(agent, reference, "canary-answer-of-agent");
    await moveTo(agent, reference, "ask", { body: "canary-question" });
    const { id: requestId } = await rowOf(reference);
    await db().invitation.create({
      data: {
        requestId,
        email: "canary-friend@people.test",
        invitedById: person.id,
        tokenHash: `canary-token-${randomUUID()}`,
        createdAt: new Date(),
        expiresAt: new Date(),
      },
      select: { id: true },
    });
    await db().draft.create({
      data: {
        personId: person.id,
        place: `/requests/${reference}#comment`,
        fields: { body: "canary-draft" },
        updatedAt: new Date(),
      },
      select: { place: true },
    });
    await run(person, act =>
      changeProfile(act, { name: "Canary Berg", timeZone: "Asia/Tokyo", language: "de" }),
    );

    await sentMails({ personId: person.id });
    const data = await dataOf(await actorOf(person.email));
    expect(data.profile).toMatchObject({ name: "Canary Berg", email: person.email, timeZone: "Asia/Tokyo" });
    expect(data.sessions).toEqual([
      {
        ...{ createdAt: expect.any(String), expiresAt: expect.any(String), endedAt: null },
        ...{ device: null, seenAt: null },
      },
    ]);
    expect(data.requests).toMatchObject([
      {
        reference,
        summary: "canary-summary",
        status: "Waiting for you",
        answers: [{ question: "How can we help?", answer: "canary-answer" }],
        history: [
          { by: "you", text: "You raised this request" },
          {
            by: "you",
            body: "canary-comment-now",
            edited: { earlier: [{ body: "canary-earlier" }] },
          },
          { by: "Helpful Agent", text: "Helpful Agent took on the request", body: "canary-answer-of-agent" },
          { by: "Helpful Agent", body: "canary-question" },
        ],
      },
    ]);
    expect(data.comments).toMatchObject([
      { request: reference, words: "canary-comment-now", earlierWords: [{ words: "canary-earlier" }] },
    ]);
    expect(data.invitations).toMatchObject([{ request: reference, to: "canary-friend@people.test" }]);
    expect(data.notices).toMatchObject([{ request: reference }, { request: reference }]);
    expect(data.drafts).toMatchObject([
      { place: `/requests/${reference}#comment`, fields: { body: "canary-draft" } },
    ]);
    expect(data.mails).toHaveLength(3);
    for (const mail of data.mails ?? [])
      expect(mail).toEqual({
        to: person.email,
        subject: `[${reference}] canary-summary`,
        createdAt: expect.any(String),
        sentAt: expect.any(String),
        state: "sent",
      });
    expect(data.events).toMatchObject([
      { type: "person_created", by: "the desk" },
      { type: "person_renamed", by: "you", data: { from: "Canary Lind", to: "Canary Berg" } },
    ]);
  });

  it("holds what they said of help pages, and which they had read before a request", async () => {
    const person = await aCustomer();
    const read = await speakOfHelp(person);
    await speakOfHelp(await aCustomer());
    await aRequest({ by: person, read });
    const { helpFeedback, requests } = await dataOf(person);
    const said = { page: "Lost badges", besideForm: false, isAnswered: false, words: "canary-of-help" };
    expect(helpFeedback).toEqual([{ ...said, at: expect.any(String) }]);
    expect(requests).toMatchObject([{ helpPageRead: "Lost badges" }]);
  });

  it("holds no hash, no token and no note, not even of an agent's own request or hand", async () => {
    const agent = await anAgent({ password });
    const colleague = await anAgent();
    const reference = await aRequest({ by: agent });
    await run(agent, act => addNote(act, { reference, body: "canary-note-of-mine" }));
    await run(colleague, act => addNote(act, { reference, body: "canary-note-of-theirs" }));
    const proof = await prepareEmailChange(agent, {
      email: `moved-${randomUUID()}@people.test`,
      currentPassword: password,
    });
    await run(agent, act => askForEmailChange(act, `moved-${randomUUID()}@people.test`, proof));
    await answerWishes();
    const text = await textOf(agent);
    expect(text).toContain(reference);
    expect(text).not.toMatch(/canary-note|note_added|argon2|[Hh]ash|[Tt]oken/);
    const [link] = await db().emailChange.findMany({ where: { personId: agent.id } });
    expect(text).not.toContain(link?.tokenHash ?? "none");
  });

  it("holds nothing of others: of a request shared with the person only its reference and their own words", async () => {
    const owner = await aCustomer({ name: "Canary Owner" });
    const guest = await aCustomer();
    const reference = await aRequest({
      by: owner,
      summary: "canary-of-owner",
      answers: { details: "canary-detail-of-owner" },
    });
    const foreign = await aRequest({ summary: "canary-foreign" });
    await join(reference, guest);
    await say(owner, reference, "canary-words-of-owner");
    await say(guest, reference, "my own words");
    const data = await dataOf(guest);
    expect(data.sharedWithYou).toMatchObject([{ reference, mutedAt: null }]);
    expect(data.comments).toMatchObject([{ request: reference, words: "my own words" }]);
    expect(data.requests).toEqual([]);
    // The mails they got stand there under the subjects that they were sent with.
    const text = JSON.stringify({ ...data, mails: [] });
    expect(text).not.toMatch(/canary|Canary Owner/);
    for (const word of [foreign, owner.email, owner.id, guest.id])
      expect(text.replaceAll(guest.email, "")).not.toContain(word);
  });

  it("holds the files they sent, whole, and none of others", async () => {
    const person = await aCustomer();
    const reference = await aRequest({ by: person });
    const [file, unsent] = [await anUnsentFile(person, { name: "mine.txt" }), await anUnsentFile(person)];
    await run(person, act => commentOnRequest(act, { reference, body: "See.", files: [file.id] }));
    const agent = await anAgent();
    const theirs = await anUnsentFile(agent, { name: "theirs.txt", content: Buffer.from("canary") });
    await run(agent, act => commentOnRequest(act, { reference, files: [theirs.id] }));
    const kept = await anUnsentFile(agent, { name: "between-us.txt" });
    await run(agent, act => addNote(act, { reference, files: [kept.id] }));
    const data = await dataOf(person);
    const base64 = Buffer.from("What we saw.").toString("base64");
    expect(data.files).toMatchObject([
      { request: reference, unsentBeside: null, name: "mine.txt", size: file.size, base64 },
      { request: null, unsentBeside: "/requests/LDG-1#comment", name: unsent.name, base64 },
    ]);
    expect(data.comments).toMatchObject([{ words: "See.", files: ["mine.txt"] }]);
    expect(JSON.stringify(data)).not.toContain(Buffer.from("canary").toString("base64"));
    expect((await dataOf(agent)).files).toMatchObject([{ name: "theirs.txt" }]);
  });

  it("names no request that the person has left, and keeps what they wrote on it", async () => {
    const guest = await aCustomer();
    const owner = await aCustomer();
    const reference = await aRequest({ by: owner });
    await join(reference, guest);
    await say(guest, reference, "my parting words");
    await say(owner, reference, "Good bye.");
    await leave(reference, guest);
    const data = await dataOf(guest);
    expect(data.sharedWithYou).toEqual([]);
    expect(data.comments).toMatchObject([{ request: null, words: "my parting words" }]);
    expect(data.notices).toMatchObject([{ request: null }]);
  });

  it("does not tell whether an address they asked for belongs to somebody", async () => {
    const told: Rows[] = [];
    for (const email of [(await aCustomer()).email, `free-${randomUUID()}@people.test`]) {
      const person = await aCustomer({ password });
      const proof = await prepareEmailChange(person, { email, currentPassword: password });
      await run(person, act => askForEmailChange(act, email, proof));
      await answerWishes();
      const { mails, events } = await dataOf(person);
      expect(mails).toEqual([]);
      told.push((events ?? []).map(({ at: _, ...event }) => ({ ...event, data: null })));
    }
    expect(told[0]).toEqual(told[1]);
  });

  it("of a long history is whole: nothing is missing behind the first batch, and nothing is there twice", async () => {
    const person = await aCustomer();
    const reference = await aRequest({ by: person });
    const bodies = Array.from({ length: batchSize + 5 }, (_, index) => `comment ${index}`);
    for (const body of bodies) await say(person, reference, body);
    const { comments, requests } = await dataOf(person);
    expect(comments?.map(({ words }) => words)).toEqual(bodies);
    const history = (requests?.[0]?.history ?? []) as Rows;
    expect(history.map(({ body }) => body).slice(1)).toEqual(bodies);
  });

  it("can be asked for as often in an hour as the settings say, by each person", async () => {
    const person = await aCustomer();
    for (let count = 0; count < 10; count++) await countMyData(person);
    await expectRefusal(countMyData(person), "too_many", /wait/);
    await countMyData(await aCustomer());
    await laterOn(minutes(61), () => countMyData(person));
  });
});

describe("reading in batches", () => {
  it.each([0, 1, batchSize - 1, batchSize, batchSize + 1, 3 * batchSize])(
    "reads %d rows once each",
    async count => {
      const rows = Array.from({ length: count }, (_, index) => index);
      const read = async (after: number | undefined) =>
        rows.filter(row => after === undefined || row > after).slice(0, batchSize);
      const seen: number[] = [];
      for await (const row of inBatches(read, row => row)) seen.push(row);
      expect(seen).toEqual(rows);
    },
  );
});

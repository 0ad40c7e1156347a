import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { changeProfile } from "@/lib/accounts/profile";
import { operator, type PersonActor } from "@/lib/actor";
import { countUnread, listNotices } from "@/lib/bell/notices";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { gather } from "@/lib/mail/gather";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { choosePace } from "@/lib/notifications/pace";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { followRequest } from "@/lib/requests/following";
import { exportRequests } from "@/lib/search/export";
import { readView } from "@/lib/search/own-list";
import {
  aCustomer,
  anAgent,
  aParticipant,
  aRequest,
  moveTo,
  requesterOf,
  run,
} from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { replySettings } from "../../support/raw-mail";
import { eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo, sentMails } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings(replySettings));

const t = translatorOf("en");
const follow = (who: PersonActor, reference: string, follows = true) =>
  run(who, act => followRequest(act, { reference, follows }));
const note = (who: PersonActor, reference: string, body: string) =>
  run(who, act => addNote(act, { reference, body }));
const comment = (who: PersonActor, reference: string, body: string) =>
  run(who, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));
const kindsTo = async ({ id }: PersonActor) =>
  (
    await db().delivery.findMany({ where: { personId: id }, orderBy: { id: "asc" }, select: { kind: true } })
  ).map(({ kind }) => kind);
const bellOf = async (who: PersonActor) => (await listNotices(who)).rows.map(({ told }) => say(t, told));
const followersOf = async (reference: string) => {
  const { id: requestId } = await rowOf(reference);
  const rows = await db().follower.findMany({ where: { requestId }, select: { personId: true } });
  return rows.map(({ personId }) => personId);
};

describe("an agent who follows a request", () => {
  it("hears of comments, notes and moves by bell and mail, whoever it is assigned to, and never of their own", async () => {
    const customer = await aCustomer({ name: "Ada Okafor" });
    const reference = await aRequest({ by: customer });
    const [mine, follower] = [await anAgent({ name: "Tomás Reyes" }), await anAgent()];
    await run(mine, act => claimRequest(act, { reference }));
    await follow(follower, reference);
    await comment(customer, reference, "It still burns.");
    await note(mine, reference, "Call the fire brigade.");
    await moveTo(mine, reference, "ask", { body: "How high?" });
    await moveTo(mine, reference, "resolve", { resolution: "done" });
    await note(follower, reference, "Well done.");
    expect(await bellOf(follower)).toEqual([
      "Tomás Reyes changed the status to “Resolved: Done”",
      "Tomás Reyes wrote; the request is now “Waiting for customer”",
      "Tomás Reyes added a note",
      "Ada Okafor wrote",
    ]);
    expect(await kindsTo(follower)).toEqual([
      "followed_news",
      "followed_note",
      "followed_news",
      "followed_news",
    ]);
    const mails = await sentMails({ personId: follower.id });
    expect(mails.map(({ text }) => text.includes("because you follow this request"))).toEqual(
      mails.map(() => true),
    );
    expect(mails[1]?.text).toMatch(/added an internal note[\s\S]*Call the fire brigade/);
    expect(mails[2]?.text).toMatch(/How high\?/);
  });

  it("hears once of a request of their own", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    await run(agent, act => claimRequest(act, { reference }));
    await follow(agent, reference);
    await comment(customer, reference, "Hello?");
    expect(await kindsTo(agent)).toEqual(["customer_replied"]);
  });

  it("hears nothing more once they have stopped, take part as a customer, or are suspended", async () => {
    const [agent, stopped, joining, gone] = [
      await anAgent(),
      await anAgent(),
      await anAgent(),
      await anAgent(),
    ];
    const reference = await aRequest();
    for (const one of [stopped, joining, gone]) await follow(one, reference);
    await follow(stopped, reference, false);
    await aParticipant(reference, joining);
    await run(operator, act => suspendPerson(act, gone.email));
    await note(agent, reference, "Between us");
    for (const one of [stopped, joining, gone]) expect(await kindsTo(one)).not.toContain("followed_note");
    const page = await readDeskPage(agent, reference);
    expect(page?.followers).toEqual([joining.name]);
  });

  it("is shown on the agents' page, and begins or stops once", async () => {
    const [agent, other] = [await anAgent(), await anAgent()];
    const reference = await aRequest();
    for (const follows of [true, true]) await follow(agent, reference, follows);
    expect(await readDeskPage(agent, reference)).toMatchObject({ isFollowing: true, followers: [] });
    expect(await readDeskPage(other, reference)).toMatchObject({
      isFollowing: false,
      followers: [agent.name],
    });
    for (const follows of [false, false]) await follow(agent, reference, follows);
    expect(await readDeskPage(other, reference)).toMatchObject({ followers: [] });
    const types = (await eventsOf(reference)).map(({ type }) => type);
    expect(types.filter(type => type.endsWith("followed"))).toEqual([
      "request_followed",
      "request_unfollowed",
    ]);
  });

  it("is no customer, no agent who takes part as one, and nobody who cannot see it", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const taking = await aParticipant(reference, agent);
    await expectRefusal(follow(customer, reference), "forbidden");
    await expectRefusal(follow(taking, reference), "forbidden");
    await expectRefusal(follow(await aCustomer(), reference), "not_found");
    await expectRefusal(follow(agent, "LDG-999999999"), "not_found");
    expect(await followersOf(reference)).toEqual([]);
  });

  it("reads notes in gathered mails, which then take no replies", async () => {
    const [agent, follower] = [await anAgent({ name: "Priya Nair" }), await anAgent()];
    const reference = await aRequest();
    await follow(follower, reference);
    await run(follower, act => choosePace(act, { pace: "gathered" }));
    await note(agent, reference, "Only between us");
    await comment(agent, reference, "We are on it.");
    const { id: requestId } = await rowOf(reference);
    await gather({ personId: follower.id, requestId }, new Date());
    const mail = await lastMailTo(follower.email, "gathered_for_agent");
    expect(mail.text).toMatch(/Priya Nair .*added a note[\s\S]*Only between us[\s\S]*We are on it\./);
    expect(mail.text).not.toContain("reply to this email");
    expect(mail.headers).not.toHaveProperty("Reply-To");
  });
});

describe("a mention in a note", () => {
  it("makes a colleague a follower, and tells them so by bell and by a mail that takes no replies", async () => {
    const reference = await aRequest();
    const [agent, colleague] = [
      await anAgent({ name: "Priya Nair" }),
      await anAgent({ name: `Kim Novak ${randomUUID().slice(0, 6)}` }),
    ];
    await run(colleague, act => claimRequest(act, { reference }));
    await note(agent, reference, `@${colleague.name.toLowerCase()}, have a look?`);
    expect(await followersOf(reference)).toEqual([colleague.id]);
    expect(await bellOf(colleague)).toEqual(["Priya Nair mentioned you in a note"]);
    expect(await kindsTo(colleague)).toEqual(["mentioned_you"]);
    const mail = await lastMailTo(colleague.email);
    expect(mail.text).toMatch(/Priya Nair mentioned you[\s\S]*have a look\?/);
    expect(mail.text).toContain("because you were mentioned");
    expect(mail.headers).not.toHaveProperty("Reply-To");
    await comment(await requesterOf(reference), reference, "Any news?");
    expect((await lastMailTo(colleague.email)).headers).toHaveProperty("Reply-To");
    await note(agent, reference, "And another thing.");
    expect(await kindsTo(colleague)).toEqual(["mentioned_you", "customer_replied", "followed_note"]);
  });

  it("is shown under their present name", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent({ name: `Kim ${randomUUID().slice(0, 6)}` })];
    const reference = await aRequest();
    const [name, address] = [colleague.name.toUpperCase(), colleague.email];
    await note(agent, reference, `Ask @${address}, or @${name}.`);
    await run(colleague, act => changeProfile(act, { name: "Kim Berg", timeZone: "UTC", language: "en-GB" }));
    const entry = (await readDeskPage(agent, reference))?.timeline.find(({ kind }) => kind === "note");
    expect(entry).toMatchObject({
      body: `Ask @${address}, or @${name}.`,
      mentions: expect.arrayContaining([
        { words: address, name: "Kim Berg" },
        { words: name, name: "Kim Berg" },
      ]),
    });
    expect(await kindsTo(colleague)).toEqual(["mentioned_you"]);
  });

  it("of a name that several have tells none of them: the note is refused, until an address says whom", async () => {
    const name = `José ${randomUUID().slice(0, 6)}`;
    const [agent, one, other] = [await anAgent(), await anAgent({ name }), await anAgent({ name })];
    const reference = await aRequest();
    const refusal = await expectRefusal(note(agent, reference, `@${name}, can you look?`), "invalid");
    const addresses = [one, other].map(({ email }) => `@${email}`).sort();
    expect(refusal.code).toBe("note.ambiguous");
    expect(refusal.fields.body?.join()).toContain(
      `${name}. Write an address behind the @ instead: ${addresses.join(", ")}.`,
    );
    expect(await followersOf(reference)).toEqual([]);
    await note(agent, reference, `@${other.email}, can you look?`);
    expect(await followersOf(reference)).toEqual([other.id]);
    expect([await kindsTo(one), await kindsTo(other)]).toEqual([[], ["mentioned_you"]]);
    const { agents } = (await readDeskPage(agent, reference)) ?? {};
    const addressOf = ({ id }: PersonActor) => agents?.find(one => one.id === id)?.address;
    expect([one, other, agent].map(addressOf)).toEqual([one.email, other.email, null]);
  });

  it("tells nobody who cannot read notes: customers, agents who take part as one, the suspended; nor its writer", async () => {
    const mark = randomUUID().slice(0, 6);
    const [customer, agent, taking, gone] = [
      await aCustomer({ name: `Cus ${mark}` }),
      await anAgent({ name: `Own ${mark}` }),
      await anAgent({ name: `Tak ${mark}` }),
      await anAgent({ name: `Gon ${mark}` }),
    ];
    const reference = await aRequest({ by: customer });
    await aParticipant(reference, taking);
    await run(operator, act => suspendPerson(act, gone.email));
    const before = await kindsTo(taking);
    await note(agent, reference, `@Cus ${mark} @Tak ${mark} @Gon ${mark} @Own ${mark} @${customer.email}`);
    expect(await followersOf(reference)).toEqual([]);
    expect(await kindsTo(taking)).toEqual(before);
    expect(await kindsTo(agent)).toEqual([]);
    expect(await countUnread(customer)).toBe(0);
  });

  it("is not mailed to whoever came to take part as a customer since", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const reference = await aRequest();
    await note(agent, reference, `@${colleague.email} canary`);
    await aParticipant(reference, colleague);
    const [mail] = await sentMails({ personId: colleague.id, kind: "mentioned_you" });
    expect(mail).toMatchObject({ state: "cancelled", text: "" });
    expect(JSON.stringify(await listNotices(colleague))).not.toContain("mentioned");
  });
});

describe("who follows and who is mentioned", () => {
  it("is told to no customer: neither requester, participant nor manager, in page, bell, mail, export or data", async () => {
    const canary = `Canary ${randomUUID()}`;
    const [customer, manager] = [await aCustomer(), await aCustomer()];
    await anOrganisation({ members: [customer], managers: [manager] });
    const [agent, follower] = [await anAgent(), await anAgent({ name: canary })];
    const reference = await aRequest({ by: customer });
    const participant = await aParticipant(reference);
    await follow(follower, reference);
    await note(agent, reference, `@${canary}, see`);
    await comment(agent, reference, "Public words");
    for (const one of [customer, manager, participant]) {
      const shown = [
        JSON.stringify(await readRequestPage(one, reference)),
        JSON.stringify(await listNotices(one)),
        JSON.stringify(await sentMails({ personId: one.id })),
        await new Response(await exportRequests(t, one, readView("show=all"))).text(),
        await textOf(writeMyData(one, t)),
      ].join();
      expect(shown).not.toContain(canary);
      expect(shown).not.toContain(follower.id);
      expect(shown).not.toMatch(/request_followed|isFollowing|mention/i);
    }
  });
});

async function textOf(pieces: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece instanceof Uint8Array ? Buffer.from(piece) : piece;
  return text;
}

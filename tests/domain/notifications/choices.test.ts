import { parseWithZod } from "@conform-to/zod/v4";
import { afterEach, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { countUnread } from "@/lib/bell/notices";
import { assignRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { choicesForm } from "@/lib/entry/choice-forms";
import { readChoices, readOwnChoices, usualChoices } from "@/lib/notifications/choices";
import { choosePace } from "@/lib/notifications/pace";
import { commentOnRequest } from "@/lib/requests/comments";
import { followRequest } from "@/lib/requests/following";
import { bellOf, choose, forgetChoices, kindsTo, noticesOf } from "../../support/choices";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";

afterEach(forgetChoices);

const comment = (who: PersonActor, reference: string, body = "Hello.") =>
  run(who, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }));

describe("an agent who has chosen nothing", () => {
  it("hears of new requests by bell, and of what is theirs by bell and mail", async () => {
    const [agent, colleague, customer] = [
      await anAgent(),
      await anAgent(),
      await aCustomer({ name: "Ada Okafor" }),
    ];
    const reference = await aRequest({ by: customer });
    expect(await bellOf(agent)).toEqual(["Ada Okafor raised this request"]);
    await run(colleague, act => assignRequest(act, { reference, from: null, to: agent.id }));
    await comment(customer, reference);
    await run(colleague, act => addNote(act, { reference, body: `@${agent.email} look` }));
    expect(await kindsTo(agent, reference)).toEqual(["assigned_to_you", "customer_replied", "mentioned_you"]);
    expect((await noticesOf(agent, reference)).map(({ kind }) => kind)).toEqual([
      "request_arrived",
      "assigned_to_you",
      "customer_replied",
      "mentioned_you",
    ]);
  });

  it("hears of no new request that is their own, or that nobody of the desk may be told of: customers and suspended", async () => {
    const [agent, gone, customer, other] = [
      await anAgent(),
      await anAgent(),
      await aCustomer(),
      await aCustomer(),
    ];
    await run(operator, act => suspendPerson(act, gone.email));
    const own = await aRequest({ by: agent });
    const reference = await aRequest({ by: customer });
    expect(await noticesOf(agent, own)).toEqual([]);
    for (const one of [gone, customer, other]) expect(await noticesOf(one, reference)).toEqual([]);
  });
});

describe("what an agent chooses", () => {
  it("is kept, and holds for each topic by each way", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    await choose(agent, {
      new_request: ["mail"],
      reply_on_own: ["desktop"],
      assignment: [],
      followed: ["bell"],
    });
    expect((await readOwnChoices(agent)).ways.new_request).toEqual(["mail"]);
    const reference = await aRequest({ by: customer, summary: "The door squeaks" });
    await run(await anAgent(), act => assignRequest(act, { reference, from: null, to: agent.id }));
    await comment(customer, reference);
    expect(await kindsTo(agent, reference)).toEqual(["request_arrived"]);
    expect(await noticesOf(agent, reference)).toMatchObject([
      { kind: "customer_replied", inBell: false, onDesktop: true },
    ]);
    expect(await countUnread(agent)).toBe(0);
    expect(await bellOf(agent)).toEqual([]);
    const mail = await lastMailTo(agent.email, "request_arrived");
    expect(mail.text).toContain("you want to hear of new requests");
    expect(mail.text).toContain("/agent/settings/notifications");
    expect(mail.subject).toBe(`[${reference}] The door squeaks`);
  });

  it("changes nothing of what they hear as a customer", async () => {
    const [agent, other] = [await anAgent(), await anAgent()];
    await choose(agent, {
      new_request: [],
      assignment: [],
      reply_on_own: [],
      followed: [],
      mention: [],
    });
    const reference = await aRequest({ by: agent });
    await comment(other, reference);
    expect(await kindsTo(agent, reference)).toEqual(["request_received", "comment_posted"]);
    expect(await countUnread(agent)).toBe(1);
  });

  it("goes with the pace: what waits is gathered, in the bell or not", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const reference = await aRequest({ by: customer });
    await run(agent, act => followRequest(act, { reference, follows: true }));
    await choose(agent, { new_request: [], followed: ["mail"] });
    await run(agent, act => choosePace(act, { pace: "daily" }));
    await comment(customer, reference);
    expect(await kindsTo(agent, reference)).toEqual([]);
    expect((await noticesOf(agent, reference)).at(-1)).toMatchObject({
      kind: "followed_news",
      inBell: false,
      gatherFor: "daily",
    });
    await choose(agent, { followed: ["bell"] });
    await comment(customer, reference);
    expect((await noticesOf(agent, reference)).at(-1)).toMatchObject({ inBell: true, gatherFor: null });
  });

  it("is no matter for customers, and nothing that the form does not offer", async () => {
    const customer = await aCustomer();
    await expectRefusal(choose(customer, {}), "not_found");
    await expectRefusal(readOwnChoices(customer), "not_found");
    const parse = (form: object) => choicesForm.safeParse(form);
    const sent = new FormData();
    for (const [name, value] of [
      ["ways.mention", "bell"],
      ["ways.mention", "desktop"],
      ["ways.followed", "mail"],
      ["wait", "60"],
      ["sound", "yes"],
    ] as const)
      sent.append(name, value);
    expect(parseWithZod(sent, { schema: choicesForm })).toMatchObject({
      status: "success",
      value: {
        ways: { mention: ["bell", "desktop"], followed: ["mail"], new_request: [] },
        wait: 60,
        hasSound: true,
      },
    });
    expect(parse({ wait: 30 }).data).toEqual({
      ways: Object.fromEntries(Object.keys(usualChoices.ways).map(topic => [topic, []])),
      wait: 30,
      hasSound: false,
    });
    for (const wrong of [
      { wait: 31 },
      {},
      { wait: 30, ways: { mention: ["pigeon"] } },
      { wait: 30, ways: { gossip: ["bell"] } },
      { wait: 30, sound: "loud" },
    ])
      expect(parse(wrong).success).toBe(false);
  });

  it("is read as far as this release knows it", () => {
    expect(readChoices(null)).toEqual(usualChoices);
    expect(readChoices({})).toEqual(usualChoices);
    expect(readChoices({ ways: { mention: ["desktop"] }, wait: 60 })).toEqual({
      ways: { ...usualChoices.ways, mention: ["desktop"] },
      wait: 60,
      hasSound: false,
    });
    expect(readChoices({ ways: { gossip: ["bell"] }, wait: 7 })).toEqual(usualChoices);
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator } from "@/lib/actor";
import { before, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { receiveMail } from "@/lib/entry/mail-in";
import { commentOnRequest } from "@/lib/requests/comments";
import { muteRequest } from "@/lib/requests/mute";
import { aCustomer, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { anOrganisation, makeManager } from "../../support/organisations";
import { addressFor, authserv, bring, rawMail, replyOf, replySettings } from "../../support/raw-mail";
import { commentsOf, deliveriesOf, eventsOf, everythingOf, rowOf } from "../../support/records";
import { lastMailTo } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings(replySettings));

async function aCase() {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  return { customer, reference };
}

/** Brings it, and proves that nothing came of it on the request. */
async function expectNothing(reference: string, raw: Buffer) {
  const before = await everythingOf(reference);
  const mail = await bring(raw);
  expect(await everythingOf(reference)).toEqual(before);
  return mail;
}

describe("a genuine reply", () => {
  it("becomes a comment of its writer, without what they answered to, and tells the assignee", async () => {
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    await run(agent, act => claimRequest(act, { reference }));
    const body =
      "It still burns.\n\nOn Tue, 24 Nov 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n> Is it out?\n";
    expect(await bring(replyOf(customer, reference, { body }))).toMatchObject({
      state: "let_in",
      cause: null,
      senderId: customer.id,
    });
    expect(await commentsOf(reference)).toEqual([{ authorId: customer.id, body: "It still burns." }]);
    expect((await deliveriesOf(reference)).at(-1)).toMatchObject({
      kind: "customer_replied",
      to: agent.email,
    });
  });

  it("answers support, as it does on the web", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("waiting_for_customer", { by: customer });
    await bring(replyOf(customer, reference, { body: "The red one." }));
    expect(await rowOf(reference)).toMatchObject({ status: "waiting_for_support" });
    expect((await eventsOf(reference)).at(-1)).toMatchObject({ type: "request_moved", actorId: customer.id });
  });

  it("of the assignee is the desk's word, and reaches the customer", async () => {
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    await run(agent, act => claimRequest(act, { reference }));
    await bring(replyOf(agent, reference, { body: "Use the other printer." }));
    expect(await commentsOf(reference)).toEqual([{ authorId: agent.id, body: "Use the other printer." }]);
    expect((await rowOf(reference)).status).toBe("in_progress");
    expect((await deliveriesOf(reference)).at(-1)).toMatchObject({
      kind: "comment_posted",
      to: customer.email,
    });
  });

  it("of a manager who follows it is their comment, as the mail they got has an address for it", async () => {
    const [member, manager, agent] = [await aCustomer(), await aCustomer(), await anAgent()];
    const slug = await anOrganisation({ members: [member], managers: [manager] });
    const reference = await aRequest({ by: member });
    await run(manager, act => muteRequest(act, { reference, muted: false }));
    await run(agent, act => commentOnRequest(act, { reference, body: "Is it out?" }));
    expect((await lastMailTo(manager.email)).headers).toHaveProperty("Reply-To");
    await bring(replyOf(manager, reference, { body: "It is out." }));
    expect((await commentsOf(reference)).at(-1)).toEqual({ authorId: manager.id, body: "It is out." });
    await makeManager(slug, manager, false);
    const late = await expectNothing(reference, replyOf(manager, reference, { body: "Once more." }));
    expect(late).toMatchObject({ state: "held", cause: "no_access" });
  });

  it("names the files that were left out", async () => {
    const { customer, reference } = await aCase();
    await bring(
      replyOf(customer, reference, {
        body: "See the pictures.",
        files: [
          { name: "fire.png", content: Buffer.from("abc") },
          { name: "bill`s.html", content: Buffer.from("abcd") },
        ],
      }),
    );
    const [comment] = await commentsOf(reference);
    expect(comment?.body).toMatch(
      /^See the pictures\.\n\n2 files attached to this email were left out: `fire\.png` \(\d bytes: the desk does not accept it\), `bill's\.html` \(\d bytes: the desk does not accept it\)$/,
    );
  });

  it("of HTML alone is turned into text", async () => {
    const { customer, reference } = await aCase();
    const body =
      "<div>Still <b>burning</b><script>alert(1)</script></div><blockquote>Is it out?</blockquote>";
    await bring(replyOf(customer, reference, { body, headers: ["Content-Type: text/html; charset=utf-8"] }));
    expect((await commentsOf(reference)).map(comment => comment.body)).toEqual(["Still burning"]);
  });

  it("brought twice, or by two workers at once, is executed once", async () => {
    const { customer, reference } = await aCase();
    const raw = replyOf(customer, reference);
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => receiveMail({ source: "imap", id: randomUUID(), raw })),
    );
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await bring(raw)).toBeNull();
    expect(await commentsOf(reference)).toHaveLength(1);
    expect(await db().inboundMail.count({ where: { senderId: customer.id } })).toBe(1);
  });
});

describe("whose word counts for the sender", () => {
  const pass = [
    ["DMARC", "dmarc=pass header.from=people.test"],
    [
      "DMARC, whatever SPF says",
      "spf=fail smtp.mailfrom=lists.test; dmarc=pass (p=reject) header.from=people.test",
    ],
    ["SPF for the sender's domain", "spf=pass smtp.mailfrom=bounce@people.test"],
    ["DKIM of the sender's domain", "spf=none; dkim=pass header.d=people.test header.s=x"],
    [
      "DKIM where the domain has no DMARC policy",
      "dmarc=none header.from=people.test; dkim=pass header.i=@people.test",
    ],
  ];
  it.each(pass)("%s lets it in", async (_, verdict) => {
    const { customer, reference } = await aCase();
    expect(await bring(replyOf(customer, reference, { verdict }))).toMatchObject({ state: "let_in" });
  });

  const fail = [
    ["DMARC fails", "spf=pass smtp.mailfrom=people.test; dmarc=fail header.from=people.test"],
    ["DMARC is about another domain", "dmarc=pass header.from=evil.test"],
    ["SPF and DKIM passed for others", "spf=pass smtp.mailfrom=evil.test; dkim=pass header.d=evil.test"],
    ["a domain below vouches", "dkim=pass header.d=evil.people.test"],
    [
      "a name that only ends alike vouches",
      "dkim=pass header.d=eople.test; spf=pass smtp.mailfrom=evilpeople.test",
    ],
    ["a top-level domain vouches", "dkim=pass header.d=test"],
    [
      "the pass stands in a comment",
      "spf=fail (dmarc=pass header.from=people.test; dmarc=pass) smtp.mailfrom=people.test",
    ],
    ["the pass stands in quotes", 'spf=fail smtp.mailfrom="x; dmarc=pass header.from=people.test"'],
    [
      "DMARC is told twice, and not the same",
      "dmarc=pass header.from=people.test; dmarc=fail header.from=people.test",
    ],
    ["the check broke", "dmarc=temperror header.from=people.test"],
  ];
  it.each(fail)("when %s, it waits", async (_, verdict) => {
    const { customer, reference } = await aCase();
    const raw = replyOf(customer, reference, { verdict });
    expect(await expectNothing(reference, raw)).toMatchObject({ state: "held", cause: "failed_verdict" });
  });

  it("nobody's: it waits when nobody whom we trust has looked, or only further down", async () => {
    const { customer, reference } = await aCase();
    const forged = "Authentication-Results: mx.evil.test; dmarc=pass header.from=people.test";
    for (const wishes of [
      { verdict: null },
      { verdict: null, headers: [forged] },
      { verdict: "none" },
      { verdict: "iprev=pass" },
    ])
      expect(await expectNothing(reference, replyOf(customer, reference, wishes))).toMatchObject({
        state: "held",
        cause: "no_verdict",
      });
    const below = [`Authentication-Results: ${authserv}; dmarc=pass header.from=people.test`];
    const raw = replyOf(customer, reference, {
      verdict: "dmarc=fail header.from=people.test",
      headers: below,
    });
    expect(await expectNothing(reference, raw)).toMatchObject({ cause: "failed_verdict" });
  });
});

describe("a mail waits for an agent", () => {
  it("when its address answers to nothing, or was never ours", async () => {
    const { customer, reference } = await aCase();
    const to = addressFor(customer, reference);
    const forged = to.replace(/^reply\+(.)/, (_, letter) => `reply+${letter === "a" ? "b" : "a"}`);
    const cause = async (address: string) =>
      (await expectNothing(reference, replyOf(customer, reference, { to: address })))?.cause;
    expect(await cause("desk@lodge.test")).toBe("no_token");
    expect(await cause("reply@reply.lodge.test")).toBe("no_token");
    expect(await cause(to.replace("reply.lodge.test", "elsewhere.test"))).toBe("no_token");
    expect(await cause(forged)).toBe("forged_token");
    expect(await cause("reply+abc@reply.lodge.test")).toBe("forged_token");
  });

  it("when somebody else sends it, also under the right name", async () => {
    const { customer, reference } = await aCase();
    const stranger = await aCustomer();
    const to = addressFor(customer, reference);
    for (const from of [stranger.email, `"${customer.email}" <${stranger.email}>`])
      expect(await expectNothing(reference, rawMail({ from, to }))).toMatchObject({ cause: "other_sender" });
  });

  it("when it names no sender, or two", async () => {
    const { customer, reference } = await aCase();
    const to = addressFor(customer, reference);
    for (const from of ["", `${customer.email}, eve@evil.test`, "not an address"])
      expect(await expectNothing(reference, rawMail({ from, to }))).toMatchObject({
        cause: "unclear_sender",
      });
    const second = [`From: ${customer.email}`];
    expect(
      await expectNothing(reference, rawMail({ from: "eve@evil.test", to, headers: second })),
    ).toMatchObject({ cause: "unclear_sender" });
  });

  it("when the sender is suspended, or not on the request any more", async () => {
    const { customer, reference } = await aCase();
    await run(operator, act => suspendPerson(act, customer.email));
    expect(await expectNothing(reference, replyOf(customer, reference))).toMatchObject({
      cause: "no_access",
    });
    const other = await aCase();
    const stranger = await aCustomer();
    // Whoever was taken off the request still has the address from an earlier mail.
    expect(await expectNothing(other.reference, replyOf(stranger, other.reference))).toMatchObject({
      cause: "no_access",
    });
  });

  it("when the request is closed, or resolved and nobody has said whether it re-opens", async () => {
    const customer = await aCustomer();
    const closed = await aRequestIn("closed", { by: customer });
    expect(await expectNothing(closed, replyOf(customer, closed))).toMatchObject({ cause: "closed" });
    const resolved = await aRequestIn("resolved", { by: customer });
    expect(await expectNothing(resolved, replyOf(customer, resolved))).toMatchObject({
      state: "held",
      cause: "resolved",
      senderId: customer.id,
    });
  });

  it("when nothing or too much was written", async () => {
    const { customer, reference } = await aCase();
    const cause = async (body: string) =>
      (await expectNothing(reference, replyOf(customer, reference, { body })))?.cause;
    expect(await cause("\n> Is it out?\n\n-- \nAda")).toBe("empty");
    expect(await cause("word ".repeat(5_000))).toBe("too_long");
  });

  it("when it is too large, has too many headers, or is no mail at all", async () => {
    const { customer, reference } = await aCase();
    const many = Array.from({ length: 600 }, (_, count) => `X-Filler-${count}: x`);
    for (const raw of [
      Buffer.from([0, 1, 2, 255]),
      Buffer.alloc(0),
      replyOf(customer, reference, { headers: many }),
      replyOf(customer, reference, { headers: [`X-Filler: ${"x".repeat(300_000)}`] }),
    ])
      expect(await expectNothing(reference, raw)).toMatchObject({ state: "held" });
    const id = randomUUID();
    await receiveMail({
      source: "imap",
      id,
      raw: null,
      tooLarge: true,
      from: customer.email,
      subject: "Big",
    });
    expect(
      await db().inboundMail.findFirst({ where: { subject: "Big" }, select: { state: true, cause: true } }),
    ).toEqual({ state: "held", cause: "too_large" });
  });

  it("when its writer answers more often than a person does, and is let in again later", async () => {
    const { customer, reference } = await aCase();
    const start = before(new Date(), minutes(180));
    const states: (string | null | undefined)[] = [];
    for (let count = 0; count < 21; count++)
      states.push((await bring(replyOf(customer, reference, { body: `Answer ${count}` }), start))?.cause);
    expect(states.slice(0, 20).every(cause => cause === null)).toBe(true);
    expect(states.at(-1)).toBe("too_many");
    expect(await bring(replyOf(customer, reference), later(start, minutes(61)))).toMatchObject({
      cause: null,
    });
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { acceptMail, attachMail, discardMail } from "@/lib/inbound/decide";
import { listInbound, readInbound } from "@/lib/inbound/queue";
import { aCustomer, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { addressFor, bring, rawMail, replyOf, replySettings } from "../../support/raw-mail";
import { commentsOf, deliveriesOf, eventsOf, everythingOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings(replySettings));

/** A reply that nobody vouches for, from this address or from the customer's own. */
async function aHeldMail({
  from = "",
  body = "It still burns.",
  status = "waiting_for_support" as const,
} = {}) {
  const customer = await aCustomer();
  const reference = await aRequestIn(status, { by: customer });
  const to = addressFor(customer, reference);
  const mail = await bring(rawMail({ from: from || customer.email, to, body, verdict: null }));
  expect(mail).toMatchObject({ state: "held" });
  return { id: mail?.id ?? "", customer, reference };
}

const stateOf = (id: string) =>
  db().inboundMail.findUniqueOrThrow({
    where: { id },
    select: { state: true, decidedById: true, senderId: true },
  });
const notesOf = async (reference: string) =>
  db().note.findMany({
    where: { requestId: (await rowOf(reference)).id },
    select: { authorId: true, body: true },
  });

describe("an agent lets a held mail in", () => {
  it("as a comment of its sender, who is on the request; that it was let in is the agent's act", async () => {
    const { id, customer, reference } = await aHeldMail();
    const agent = await anAgent();
    await run(agent, act => acceptMail(act, { mail: id }));
    expect(await commentsOf(reference)).toEqual([{ authorId: customer.id, body: "It still burns." }]);
    expect((await eventsOf(reference)).slice(-2)).toMatchObject([
      { type: "comment_posted", actorId: customer.id },
      { type: "reply_accepted", actorId: agent.id, data: { mailId: id, as: "comment" } },
    ]);
    // Nobody is told of what they wrote themselves.
    expect((await deliveriesOf(reference)).map(({ kind }) => kind)).toEqual(["request_received"]);
    expect(await stateOf(id)).toEqual({ state: "let_in", decidedById: agent.id, senderId: customer.id });
  });

  it("as an internal note that quotes it, when its sender is nobody of the request", async () => {
    const { id, reference } = await aHeldMail({ from: "friend@acme.test", body: "One\n\nTwo" });
    const agent = await anAgent();
    await run(agent, act => acceptMail(act, { mail: id }));
    expect(await commentsOf(reference)).toEqual([]);
    expect(await notesOf(reference)).toEqual([
      { authorId: agent.id, body: "An email from friend@acme.test:\n\n> One\n>\n> Two" },
    ]);
    expect(await stateOf(id)).toMatchObject({ senderId: null });
  });

  it("which answers support, when support waited for them", async () => {
    const { id, reference } = await aHeldMail({ status: "waiting_for_customer" as "waiting_for_support" });
    await run(await anAgent(), act => acceptMail(act, { mail: id }));
    expect(await rowOf(reference)).toMatchObject({ status: "waiting_for_support" });
  });

  it("after saying whether a resolved request re-opens", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("resolved", { by: customer });
    const mail = await bring(replyOf(customer, reference));
    const id = mail?.id ?? "";
    const agent = await anAgent();
    const refusal = await expectRefusal(
      run(agent, act => acceptMail(act, { mail: id })),
      "invalid",
      /re-open/,
    );
    expect(refusal.fields).toHaveProperty("afterResolved");
    expect(await stateOf(id)).toMatchObject({ state: "held" });
    await run(agent, act => acceptMail(act, { mail: id, afterResolved: "keep" }));
    expect(await rowOf(reference)).toMatchObject({ status: "resolved" });
    expect(await commentsOf(reference)).toHaveLength(1);
  });

  it("cut to what a comment may hold, saying so", async () => {
    const { id, reference } = await aHeldMail({ body: "word ".repeat(5_000) });
    await run(await anAgent(), act => acceptMail(act, { mail: id }));
    const [comment] = await commentsOf(reference);
    expect(comment?.body).toHaveLength(20_000);
    expect(comment?.body).toMatch(/The rest of this email was left out\.$/);
  });

  it("not into a closed request: there it goes on waiting", async () => {
    const { id, reference } = await aHeldMail({ status: "closed" as "waiting_for_support" });
    const before = await everythingOf(reference);
    await expectRefusal(
      run(await anAgent(), act => acceptMail(act, { mail: id })),
      "forbidden",
      /closed/,
    );
    expect(await stateOf(id)).toMatchObject({ state: "held", decidedById: null });
    expect(await everythingOf(reference)).toEqual(before);
  });
});

describe("an agent attaches a held mail to a request by its reference", () => {
  it("as a comment where its sender is on that one, as a note where not", async () => {
    const { id, customer } = await aHeldMail();
    const [own, foreign] = [await aRequest({ by: customer }), await aRequest()];
    const agent = await anAgent();
    await run(agent, act => attachMail(act, { mail: id, reference: own.toLowerCase() }));
    expect(await commentsOf(own)).toEqual([{ authorId: customer.id, body: "It still burns." }]);
    expect((await eventsOf(own)).at(-1)).toMatchObject({ type: "reply_attached", actorId: agent.id });
    expect(await readInbound(agent, id)).toMatchObject({ request: { reference: own } });
    const second = await aHeldMail();
    await run(agent, act => attachMail(act, { mail: second.id, reference: foreign }));
    expect(await commentsOf(foreign)).toEqual([]);
    expect(await notesOf(foreign)).toHaveLength(1);
  });

  it("and is told when there is none, or when the mail answers to none", async () => {
    const mail = await bring(rawMail({ to: "desk@lodge.test" }));
    const id = mail?.id ?? "";
    const agent = await anAgent();
    for (const reference of ["LDG-999999", "nonsense", "LDG-0"])
      await expectRefusal(
        run(agent, act => attachMail(act, { mail: id, reference })),
        "invalid",
        "There is no such request.",
      );
    await expectRefusal(
      run(agent, act => acceptMail(act, { mail: id })),
      "invalid",
      /answers no request/,
    );
    expect(await stateOf(id)).toMatchObject({ state: "held" });
  });
});

describe("a decision", () => {
  it("to discard leaves the request alone, and is kept", async () => {
    const { id, reference } = await aHeldMail();
    const before = await everythingOf(reference);
    const agent = await anAgent();
    await run(agent, act => discardMail(act, { mail: id }));
    expect(await everythingOf(reference)).toEqual(before);
    expect(await stateOf(id)).toMatchObject({ state: "discarded", decidedById: agent.id });
    expect(
      await db().event.count({ where: { type: "reply_discarded", data: { path: ["mailId"], equals: id } } }),
    ).toBe(1);
  });

  it("is made once: whoever is later is told", async () => {
    const { id, reference } = await aHeldMail();
    const [one, other] = [await anAgent(), await anAgent()];
    const results = await Promise.allSettled([
      run(one, act => acceptMail(act, { mail: id })),
      run(other, act => acceptMail(act, { mail: id })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await commentsOf(reference)).toHaveLength(1);
    for (const again of [acceptMail, discardMail])
      await expectRefusal(
        run(one, act => again(act, { mail: id })),
        "conflict",
        /has been decided on in the meantime/,
      );
  });

  it("about what was kept out is made by reference; about what never came there is none", async () => {
    const { customer, reference } = await aHeldMail();
    const mail = await bring(replyOf(customer, reference, { headers: ["Precedence: bulk"] }));
    const agent = await anAgent();
    await expectRefusal(
      run(agent, act => acceptMail(act, { mail: mail?.id ?? "" })),
      "invalid",
      /Attach it to one by its reference/,
    );
    expect(await commentsOf(reference)).toEqual([]);
    await expectRefusal(
      run(agent, act => discardMail(act, { mail: randomUUID() })),
      "not_found",
    );
  });

  it("is for agents: to customers, also those on the request, nothing of it exists", async () => {
    const { id, customer, reference } = await aHeldMail();
    for (const actor of [customer, await aCustomer()]) {
      for (const attempt of [
        () => run(actor, act => acceptMail(act, { mail: id })),
        () => run(actor, act => attachMail(act, { mail: id, reference })),
        () => run(actor, act => discardMail(act, { mail: id })),
        () => listInbound(actor, { show: "held" }),
        () => readInbound(actor, id),
      ])
        await expectRefusal(attempt(), "not_found");
    }
    expect(await stateOf(id)).toMatchObject({ state: "held" });
  });
});

describe("the inbox", () => {
  it("lists what waits, newest first, page by page, each with its cause", async () => {
    const agent = await anAgent();
    const { id, reference } = await aHeldMail();
    const { rows } = await listInbound(agent, { show: "held" });
    expect(rows[0]).toMatchObject({ id, reference, cause: "no_verdict" });
    for (let count = 0; count < 51; count++) await bring(rawMail({ subject: `Number ${count}` }));
    const seen = new Set<string>();
    let before: string | undefined;
    do {
      const page = await listInbound(agent, { show: "held", before });
      for (const row of page.rows) {
        expect(seen.has(row.id)).toBe(false);
        seen.add(row.id);
      }
      before = page.older ?? undefined;
    } while (before);
    expect(seen.size).toBe(await db().inboundMail.count({ where: { state: "held" } }));
    expect((await listInbound(agent, { show: "kept_out" })).rows.some(row => seen.has(row.id))).toBe(false);
  });

  it("shows a mail as text, and nothing for what is no mail", async () => {
    const agent = await anAgent();
    const { id } = await aHeldMail({
      from: "eve@evil.test",
      body: "<script>alert(1)</script>\n\n> Is it out?",
    });
    expect(await readInbound(agent, id)).toMatchObject({
      body: "<script>alert(1)</script>",
      text: expect.stringContaining("> Is it out?"),
      becomes: "note",
      decided: null,
    });
    expect(await readInbound(agent, "nonsense")).toBeNull();
    expect(await readInbound(agent, randomUUID())).toBeNull();
  });
});

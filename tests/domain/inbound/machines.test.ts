import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { takeMail } from "@/lib/entry/mail-in";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo } from "../../support/factories";
import { addressFor, bring, rawMail, replyOf, replySettings } from "../../support/raw-mail";
import { everythingOf, rowOf } from "../../support/records";
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

describe("machines are kept out", () => {
  const marks: [string, string, string][] = [
    ["auto_submitted", "an automatic reply", "Auto-Submitted: auto-replied"],
    ["auto_submitted", "another desk", "Auto-Submitted: auto-generated"],
    ["bulk", "bulk mail", "Precedence: bulk"],
    ["bulk", "junk", "Precedence: junk"],
    ["auto_reply", "a vacation note", "X-Autoreply: yes"],
    ["auto_reply", "an out-of-office note", "X-Auto-Response-Suppress: All"],
    ["loop", "a marked loop", "X-Loop: desk@elsewhere.test"],
    ["list", "a mailing list", "List-Id: <all.acme.test>"],
    ["list", "a newsletter", "List-Unsubscribe: <https://acme.test>"],
    ["bounce", "a bounce", "Return-Path: <>"],
    ["bounce", "a report", 'Content-Type: multipart/report; report-type=delivery-status; boundary="x"'],
  ];
  it.each(marks)("%s: %s", async (cause, _, header) => {
    const { customer, reference } = await aCase();
    const raw = replyOf(customer, reference, { headers: [header] });
    expect(await expectNothing(reference, raw)).toMatchObject({ state: "kept_out", cause });
  });

  it("a person whose program says that it is no machine is let in", async () => {
    const { customer, reference } = await aCase();
    const raw = replyOf(customer, reference, {
      headers: ["Auto-Submitted: no", "Return-Path: <x@people.test>"],
    });
    expect(await bring(raw)).toMatchObject({ state: "let_in" });
  });

  it("mail systems, and mails of our own that came back", async () => {
    const { customer, reference } = await aCase();
    const to = addressFor(customer, reference);
    for (const [wishes, cause] of [
      [{ from: "MAILER-DAEMON@people.test" }, "bounce"],
      [{ from: "Postmaster <postmaster@people.test>" }, "bounce"],
      [{ from: "desk@lodge.test" }, "own_mail"],
      [{ from: to }, "own_mail"],
      [{ from: customer.email, messageId: `<${randomUUID()}@localhost>` }, "own_mail"],
    ] as const)
      expect(await expectNothing(reference, rawMail({ to, ...wishes }))).toMatchObject({
        state: "kept_out",
        cause,
      });
  });

  it("a responder that answers fifty times makes no comment and no mail", async () => {
    const customer = await aCustomer();
    const reference = await aRequestIn("waiting_for_customer", { by: customer });
    const before = await everythingOf(reference);
    for (let count = 0; count < 50; count++) {
      const headers = ["Auto-Submitted: auto-replied (vacation)"];
      await takeMail({
        source: "imap",
        id: randomUUID(),
        raw: replyOf(customer, reference, { headers, body: `I am away. ${count}` }),
      });
    }
    expect(await everythingOf(reference)).toEqual(before);
  });

  it("two desks that mail each other stop at once: each mail of ours carries the marks we keep out", async () => {
    const { customer, reference } = await aCase();
    const agent = await anAgent();
    await moveTo(agent, reference, "ask", { body: "Which one?" });
    const { id } = await rowOf(reference);
    const sent = await db().delivery.findMany({
      where: { requestId: id },
      select: { headers: true, text: true },
    });
    expect(sent.length).toBeGreaterThan(1);
    for (const { headers, text } of sent) {
      const { "Reply-To": replyTo, ...marks } = headers as Record<string, string>;
      expect(replyTo).toBe(addressFor(customer, reference));
      expect(text).toContain("A reply to this mail reaches us, too.");
      const lines = Object.entries(marks).map(([name, value]) => `${name}: ${value}`);
      const raw = replyOf(customer, reference, { headers: lines, body: text });
      expect(await expectNothing(reference, raw)).toMatchObject({ state: "kept_out" });
    }
  });
});

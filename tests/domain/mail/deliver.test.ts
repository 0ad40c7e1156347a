import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { before, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { deliver } from "@/lib/mail/deliver";
import { reviveDeliveries } from "@/lib/mail/worker";
import { aCustomer, aRequest, run } from "../../support/factories";
import { passwordLinkTo } from "../../support/password-link";
import { setSettings } from "../../support/settings";

let server: SMTPServer;
let received: { to: string[]; text: string }[];
/** What the mail server answers to a mail; nothing means that it takes it. */
let refusal: { responseCode: number; message: string } | null;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      if (refusal)
        return done(Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }));
      received.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        text: Buffer.concat(chunks).toString(),
      });
      done();
    },
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  setSettings({ MAIL_TRANSPORT: "smtp", SMTP_URL: `smtp://127.0.0.1:${port}` });
});

afterAll(() => new Promise<void>(resolve => server.close(resolve)));

beforeEach(() => {
  received = [];
  refusal = null;
});

async function aDelivery(): Promise<{ id: string; customer: PersonActor }> {
  const customer = await aCustomer();
  await aRequest({ by: customer });
  const { id } = await db().delivery.findFirstOrThrow({
    where: { to: customer.email },
    select: { id: true },
  });
  return { id, customer };
}

const stateOf = (id: string) =>
  db().delivery.findUniqueOrThrow({
    where: { id },
    select: { state: true, attempts: true, reason: true, html: true, text: true },
  });

describe("a delivery", () => {
  it("is sent once, to its one recipient, under an id that stays the same over retries", async () => {
    const { id, customer } = await aDelivery();
    await deliver(id);
    await deliver(id);
    expect(received.map(mail => mail.to)).toEqual([[customer.email]]);
    expect(received[0]?.text).toContain(`Message-ID: <${id}@localhost>`);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1, reason: null });
  });

  it("waits for another try when the mail server says later, and arrives then", async () => {
    const { id } = await aDelivery();
    refusal = { responseCode: 451, message: "Try again later" };
    const at = new Date();
    const again = await deliver(id, at);
    expect(again?.getTime()).toBeGreaterThan(at.getTime());
    expect(await stateOf(id)).toMatchObject({
      state: "pending",
      reason: expect.stringContaining("Try again later"),
    });
    refusal = null;
    expect(await deliver(id, at)).toBeNull();
    expect(await stateOf(id)).toMatchObject({ state: "pending", attempts: 1 });
    await deliver(id, again ?? at);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 2, reason: null });
  });

  it("is given up, with the reason, when the mail server says never or has said later for twenty hours", async () => {
    const { id } = await aDelivery();
    refusal = { responseCode: 550, message: "No such mailbox" };
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({
      state: "dead",
      reason: expect.stringContaining("No such mailbox"),
    });
    const { id: another } = await aDelivery();
    refusal = { responseCode: 451, message: "Try again later" };
    const since = new Date();
    let last = since;
    for (let next: Date | null = since; next; next = await deliver(another, next)) last = next;
    expect(await stateOf(another)).toMatchObject({ state: "dead", attempts: 10 });
    expect(last.getTime() - since.getTime()).toBeGreaterThan(minutes(13 * 60));
    expect(last.getTime() - since.getTime()).toBeLessThanOrEqual(minutes(20 * 60));
  });

  it("does not go to somebody who was suspended, or has another address, since it was written", async () => {
    const { id, customer } = await aDelivery();
    await run(operator, act => suspendPerson(act, customer.email));
    await deliver(id);
    const { id: another, customer: mover } = await aDelivery();
    await db().person.update({
      where: { id: mover.id },
      data: { email: `new-${mover.email}` },
      select: { id: true },
    });
    await deliver(another);
    expect(received).toEqual([]);
    for (const cancelled of [id, another])
      expect(await stateOf(cancelled)).toMatchObject({ state: "cancelled", attempts: 1 });
  });

  it("that holds a secret is emptied once it has left the desk", async () => {
    const { email } = await aCustomer();
    await passwordLinkTo(email);
    const { id } = await db().delivery.findFirstOrThrow({ where: { to: email }, select: { id: true } });
    await deliver(id);
    expect(received[0]?.text).toContain("set-password/");
    expect(await stateOf(id)).toMatchObject({ state: "sent", html: "", text: "" });
  });
});

describe("of several workers at one delivery", () => {
  const leaseOf = (id: string, data: { leaseId: string; leaseUntil: Date; firstTryAt: Date }) =>
    db().delivery.updateMany({ where: { id }, data: { ...data, state: "sending", attempts: 1 } });

  it("one sends it", async () => {
    const { id } = await aDelivery();
    await Promise.all(Array.from({ length: 6 }, () => deliver(id)));
    expect(received).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("none takes it from one that has it in hand, and one goes on when that one is gone", async () => {
    const { id } = await aDelivery();
    const at = new Date();
    await leaseOf(id, { leaseId: randomUUID(), leaseUntil: later(at, minutes(1)), firstTryAt: at });
    await deliver(id, at);
    expect(received).toEqual([]);
    await deliver(id, later(at, minutes(3)));
    expect(received).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("none sends again by itself what may have left more than twenty hours ago", async () => {
    const { id } = await aDelivery();
    const at = new Date();
    // Its bytes were kept, so they may have left.
    refusal = { responseCode: 451, message: "Try again later" };
    await deliver(id, at);
    refusal = null;
    const longAgo = before(at, minutes(21 * 60));
    await leaseOf(id, { leaseId: randomUUID(), leaseUntil: longAgo, firstTryAt: longAgo });
    await deliver(id, at);
    expect(received).toEqual([]);
    expect(await stateOf(id)).toMatchObject({
      state: "held",
      reason: "mail.reason.doubtful",
    });
  });
});

describe("what is due and was forgotten by the queue", () => {
  const jobsOf = (id: string) =>
    db().$queryRaw<{ id: string }[]>`select id::text from graphile_worker.jobs where key = ${id}`;

  it("is put into the queue again, once", async () => {
    const { id } = await aDelivery();
    await db().$queryRaw`select id::text from graphile_worker.remove_job(${id})`;
    expect(await jobsOf(id)).toEqual([]);
    const at = later(new Date(), minutes(2));
    await reviveDeliveries(at);
    await reviveDeliveries(at);
    expect(await jobsOf(id)).toHaveLength(1);
  });
});

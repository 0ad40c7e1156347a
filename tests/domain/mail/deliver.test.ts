import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { askForPasswordLink } from "@/lib/accounts/passwords";
import { type PersonActor, system } from "@/lib/actor";
import { db } from "@/lib/db";
import { deliver } from "@/lib/notifications/deliver";
import { aCustomer, aRequest, run } from "../../support/factories";
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
    await deliver(id, false);
    await deliver(id, false);
    expect(received.map(mail => mail.to)).toEqual([[customer.email]]);
    expect(received[0]?.text).toContain(`Message-ID: <${id}@localhost>`);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1, reason: null });
  });

  it("waits for another try when the mail server says later, and arrives then", async () => {
    const { id } = await aDelivery();
    refusal = { responseCode: 451, message: "Try again later" };
    await expect(deliver(id, false)).rejects.toMatchObject({ name: "MailError", permanent: false });
    expect(await stateOf(id)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("Try again later"),
    });
    refusal = null;
    await deliver(id, false);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 2, reason: null });
  });

  it("is given up, with the reason, when the mail server says never or the last try has failed", async () => {
    const { id } = await aDelivery();
    refusal = { responseCode: 550, message: "No such mailbox" };
    await deliver(id, false);
    expect(await stateOf(id)).toMatchObject({
      state: "dead",
      reason: expect.stringContaining("No such mailbox"),
    });
    const { id: another } = await aDelivery();
    refusal = { responseCode: 451, message: "Try again later" };
    await deliver(another, true);
    expect(await stateOf(another)).toMatchObject({ state: "dead" });
  });

  it("does not go to somebody who was suspended, or has another address, since it was written", async () => {
    const { id, customer } = await aDelivery();
    await run(system, act => suspendPerson(act, customer.email));
    await deliver(id, false);
    const { id: another, customer: mover } = await aDelivery();
    await db().person.update({
      where: { id: mover.id },
      data: { email: `new-${mover.email}` },
      select: { id: true },
    });
    await deliver(another, false);
    expect(received).toEqual([]);
    for (const dead of [id, another])
      expect(await stateOf(dead)).toMatchObject({ state: "dead", attempts: 1 });
  });

  it("that holds a secret is emptied once it has left the desk", async () => {
    const { email } = await aCustomer();
    await run(system, act => askForPasswordLink(act, email));
    const { id } = await db().delivery.findFirstOrThrow({ where: { to: email }, select: { id: true } });
    await deliver(id, false);
    expect(received[0]?.text).toContain("set-password/");
    expect(await stateOf(id)).toMatchObject({ state: "sent", html: "", text: "" });
  });
});

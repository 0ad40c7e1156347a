import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db";
import { readReplies } from "@/lib/entry/mail-in";
import type { RawMail } from "@/lib/inbound/arrival";
import { readMailbox } from "@/lib/inbound/imap";
import { maxBytes } from "@/lib/inbound/read";
import { aCustomer, aRequest } from "../../support/factories";
import { type Mailbox, startMailbox } from "../../support/imap-server";
import { rawMail, replyOf, replySettings } from "../../support/raw-mail";
import { commentsOf } from "../../support/records";
import { setSettings } from "../../support/settings";

let box: Mailbox;

beforeAll(async () => {
  box = await startMailbox();
  setSettings({ ...replySettings, IMAP_URL: box.url });
});
beforeEach(() => box.mails.clear());
afterAll(() => box.stop());

it("takes what is unread in the mailbox, once, and marks it as read", async () => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  box.mails.set(4, { raw: replyOf(customer, reference, { body: "Old" }), seen: true });
  box.mails.set(5, { raw: replyOf(customer, reference, { body: "One" }), seen: false });
  box.mails.set(9, { raw: replyOf(customer, reference, { body: "Two" }), seen: false });
  for (let times = 0; times < 2; times++) await readReplies();
  expect((await commentsOf(reference)).map(({ body }) => body)).toEqual(["One", "Two"]);
  expect([...box.mails.values()].every(({ seen }) => seen)).toBe(true);
  // A server that forgets what was read, or brings it under another number, has no effect either.
  box.mails.set(11, { raw: box.mails.get(5)?.raw ?? Buffer.alloc(0), seen: false });
  await readReplies();
  expect(await commentsOf(reference)).toHaveLength(2);
});

it("names each mail by the mailbox's generation and its number", async () => {
  box.mails.set(3, { raw: rawMail(), seen: false });
  const ids: string[] = [];
  await readMailbox(async ({ id }: RawMail) => void ids.push(id));
  expect(ids).toEqual(["7.3"]);
});

it("leaves a mail that could not be taken unread, and takes the others", async () => {
  for (const uid of [1, 2]) box.mails.set(uid, { raw: rawMail(), seen: false });
  await readMailbox(async ({ id }) => {
    if (id === "7.1") throw new Error("The database is away");
  });
  expect([...box.mails.values()].map(({ seen }) => seen)).toEqual([false, true]);
});

it("does not even fetch what is too large, but shows its head to agents", async () => {
  box.said.length = 0;
  const subject = `Too much ${randomUUID()}`;
  box.mails.set(8, { raw: rawMail({ subject }), size: maxBytes + 1, seen: false });
  await readReplies();
  expect(box.said.some(line => /BODY/.test(line))).toBe(false);
  expect(
    await db().inboundMail.findFirst({
      where: { source: "imap", subject },
      select: { state: true, cause: true, from: true },
    }),
  ).toEqual({ state: "held", cause: "too_large", from: "ada@acme.test" });
});

it("fails aloud when the mailbox is not there", async () => {
  await box.stop();
  await expect(readReplies()).rejects.toThrow();
});

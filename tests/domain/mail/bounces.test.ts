import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { before, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { takeReport } from "@/lib/mail/bounces";
import { deliver } from "@/lib/mail/deliver";
import { isSuppressed } from "@/lib/mail/entitlement";
import { liftSuppression } from "@/lib/mail/held-mail";
import { aCustomer, anAdmin, aRequest, run } from "../../support/factories";
import { setSettings } from "../../support/settings";

const secret = randomBytes(24).toString("base64");

beforeAll(() => setSettings({ RESEND_WEBHOOK_SECRET: `whsec_${secret}` }));

/** A report signed as Resend signs it: an HMAC over its id, its time and its body (Standard Webhooks). */
function report(body: object, { at = new Date(), key = secret } = {}) {
  const text = JSON.stringify(body);
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signature = createHmac("sha256", Buffer.from(key, "base64")).update(`${id}.${timestamp}.${text}`);
  return { text, headers: { id, timestamp, signature: `v1,${signature.digest("base64")}` } };
}

const bounce = (providerId: string, type = "Permanent", at = new Date()) => ({
  type: "email.bounced",
  created_at: at.toISOString(),
  data: {
    email_id: providerId,
    to: ["somebody-else@people.test"],
    bounce: { type, message: "No such mailbox" },
  },
});

/** A mail that Resend has taken under this id. */
async function aSentMail() {
  const customer = await aCustomer();
  await aRequest({ by: customer });
  const providerId = randomUUID();
  await db().delivery.updateMany({ where: { to: customer.email }, data: { state: "sent", providerId } });
  return { customer, providerId };
}

async function tell(body: object, options?: Parameters<typeof report>[1]): Promise<boolean> {
  const { text, headers } = report(body, options);
  return takeReport(text, headers);
}

describe("a mail that came back for good", () => {
  it("is the last to its address, until an admin lifts that", async () => {
    const { customer, providerId } = await aSentMail();
    expect(await tell(bounce(providerId))).toBe(true);
    expect(await isSuppressed(customer.email)).toBe(true);
    await aRequest({ by: customer });
    const { id } = await db().delivery.findFirstOrThrow({
      where: { to: customer.email, state: "pending" },
      select: { id: true },
    });
    await deliver(id);
    expect(await db().delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "dead",
      reason: "mail.reason.suppressed",
    });
    await run(await anAdmin(), act => liftSuppression(act, customer.email));
    expect(await isSuppressed(customer.email)).toBe(false);
  });

  it("counts once, in whatever order and however often it is told", async () => {
    const { customer, providerId } = await aSentMail();
    const body = bounce(providerId, "Permanent", before(new Date(), minutes(3)));
    for (let times = 0; times < 3; times++) expect(await tell(body)).toBe(true);
    await run(await anAdmin(), act => liftSuppression(act, customer.email));
    // Told again after an admin has lifted it: it is the same old news.
    expect(await tell(body)).toBe(true);
    expect(await isSuppressed(customer.email)).toBe(false);
    expect(await tell(bounce(providerId, "Permanent", later(new Date(), minutes(1))))).toBe(true);
    expect(await isSuppressed(customer.email)).toBe(true);
  });

  it("concerns the address that we wrote to, whatever the report says", async () => {
    const { customer, providerId } = await aSentMail();
    await tell(bounce(providerId));
    expect(await isSuppressed(customer.email)).toBe(true);
    expect(await isSuppressed("somebody-else@people.test")).toBe(false);
  });
});

describe("a report", () => {
  it("of a complaint has the same effect, one of a passing trouble has none", async () => {
    const annoyed = await aSentMail();
    await tell({
      type: "email.complained",
      created_at: new Date().toISOString(),
      data: { email_id: annoyed.providerId },
    });
    expect(await isSuppressed(annoyed.customer.email)).toBe(true);
    const full = await aSentMail();
    expect(await tell(bounce(full.providerId, "Transient"))).toBe(true);
    expect(await isSuppressed(full.customer.email)).toBe(false);
  });

  it("without our signature, or with an old one, is refused", async () => {
    const { customer, providerId } = await aSentMail();
    const stranger = randomBytes(24).toString("base64");
    expect(await tell(bounce(providerId), { key: stranger })).toBe(false);
    expect(await tell(bounce(providerId), { at: before(new Date(), minutes(60)) })).toBe(false);
    const { text, headers } = report(bounce(providerId));
    expect(await takeReport(text.replace("Permanent", "permanent"), headers)).toBe(false);
    expect(await takeReport(text, { ...headers, signature: "" })).toBe(false);
    expect(await isSuppressed(customer.email)).toBe(false);
  });

  it("of a mail we never sent, or of something else, changes nothing", async () => {
    const before = await db().suppression.count();
    expect(await tell(bounce(randomUUID()))).toBe(true);
    expect(await tell({ type: "email.opened", created_at: new Date().toISOString(), data: {} })).toBe(true);
    expect(await db().suppression.count()).toBe(before);
  });
});

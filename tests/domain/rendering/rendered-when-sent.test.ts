import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { before, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { keepBytes } from "@/lib/mail/bytes";
import { deliver } from "@/lib/mail/deliver";
import { releaseMail } from "@/lib/mail/held-mail";
import { takeLease } from "@/lib/mail/lease";
import { readOutbox } from "@/lib/mail/status";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment, stampOf } from "@/lib/requests/edits";
import { correct } from "../../support/correct";
import { eventually } from "../../support/eventually";
import { aCustomer, anAdmin, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { setSettings, settingsInUse } from "../../support/settings";
import { type SmtpRecorder, startSmtpRecorder } from "../../support/smtp-recorder";

let server: SmtpRecorder;

beforeAll(async () => {
  server = await startSmtpRecorder();
  setSettings({ MAIL_TRANSPORT: "smtp", SMTP_URL: server.url });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.tries = [];
  server.refusal = null;
});

const t = translatorOf("en");
const later451 = { responseCode: 451, message: "Try again later" };
const rowOf = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });
const deliveryTo = async ({ email }: PersonActor, kind: string) =>
  (await db().delivery.findFirstOrThrow({ where: { to: email, kind }, select: { id: true } })).id;

/** A comment by an agent whose mail waits. */
async function aWaitingComment() {
  const [customer, agent] = [await aCustomer(), await anAgent({ name: "Priya Nair" })];
  const reference = await aRequest({ by: customer });
  await run(agent, act => commentOnRequest(act, { reference, body: "The first words" }));
  const id = await deliveryTo(customer, "comment_posted");
  const edit = async (body: string) => {
    const comment = await db().comment.findFirstOrThrow({ where: { author: { id: agent.id } } });
    await run(agent, act =>
      editComment(act, { reference, commentId: comment.id, body, seen: stampOf(comment) }),
    );
  };
  const rename = (name: string) =>
    db().person.update({ where: { id: agent.id }, data: { name }, select: { id: true } });
  return { customer, agent, reference, id, edit, rename };
}

describe("a mail that waits", () => {
  it("holds ids and no text, name or answer, until it is sent", async () => {
    const { id, agent } = await aWaitingComment();
    const { eventId, to: _, ...row } = await rowOf(id);
    const kept = JSON.stringify(row);
    for (const text of ["first words", "Priya", agent.email, "printer"]) expect(kept).not.toContain(text);
    expect(row).toMatchObject({ subject: null, html: null, text: null, headers: null, from: null });
    expect(eventId).toBeGreaterThan(0n);
  });

  it("says what is true when it is first sent", async () => {
    const { id, edit, rename } = await aWaitingComment();
    await edit("The second words");
    await rename("Priya Menon");
    await deliver(id);
    const [mail] = server.tries;
    expect(mail?.raw).toContain("The second words");
    expect(mail?.raw).not.toContain("The first words");
    expect(mail?.raw).toContain("Priya Menon");
  });

  it("is the same, byte for byte, at every try, whatever has changed in between", async () => {
    const { id, edit, rename } = await aWaitingComment();
    server.refusal = later451;
    const at = new Date();
    const again = (await deliver(id, at)) ?? at;
    await edit("The second words");
    await rename("Priya Menon");
    const third = (await deliver(id, again)) ?? again;
    server.refusal = null;
    await deliver(id, third);
    const [first, ...others] = server.tries;
    expect(first?.raw).toContain("The first words");
    expect(others).toEqual([first, first]);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 3 });
  });

  it("is sent although its worker died while rendering it, however long ago: nothing had left", async () => {
    const { id } = await aWaitingComment();
    const longAgo = before(new Date(), minutes(21 * 60));
    await db().delivery.updateMany({
      where: { id },
      data: {
        state: "sending",
        leaseId: randomUUID(),
        leaseUntil: longAgo,
        firstTryAt: longAgo,
        attempts: 1,
      },
    });
    await deliver(id);
    expect(server.tries).toHaveLength(1);
  });

  it("is neither kept nor sent by a worker that lost its lease while rendering", async () => {
    const { id } = await aWaitingComment();
    const at = new Date();
    const slow = await takeLease(id, at);
    const other = await takeLease(id, later(at, minutes(3)));
    if (!slow || !other) throw new Error("Both were to take it in hand.");
    const rendered = { subject: "Too late", html: "<p>Too late</p>", text: "Too late" };
    expect(await keepBytes(slow, rendered, at)).toBe(false);
    expect(await rowOf(id)).toMatchObject({ subject: null, html: null, leaseId: other.leaseId });
  });
});

describe("a mail with nothing left to say", () => {
  it("is not sent, and admins can read why", async () => {
    const [one, other, third] = await Promise.all([anAgent(), anAgent(), anAgent()]);
    const reference = await aRequest();
    await run(one, act => claimRequest(act, { reference }));
    await run(one, act => assignRequest(act, { reference, from: one.id, to: other.id }));
    await run(one, act => assignRequest(act, { reference, from: other.id, to: third.id }));
    const id = await deliveryTo(other, "assigned_to_you");
    await deliver(id);
    expect(server.tries).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      state: "cancelled",
      reason: "mail.reason.nothing_left.assignment",
      attempts: 1,
    });
    const { cancelled, dead } = await readOutbox(await anAdmin(), new Date());
    const listed = cancelled.find(mail => mail.id === id);
    expect(listed?.canRelease).toBe(false);
    expect(listed && [say(t, listed.subject), say(t, listed.reason)]).toEqual([
      `[${reference}] Request assigned`,
      "The request is no longer assigned to them.",
    ]);
    expect(dead.map(mail => mail.id)).not.toContain(id);
    await deliver(await deliveryTo(third, "assigned_to_you"));
    expect(server.tries.map(({ to }) => to)).toEqual([third.email]);
  });

  it("is not sent where what was corrected has been erased since", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer, summary: "Two columns are missing" });
    await run(agent, act => claimRequest(act, { reference }));
    await correct(customer, reference, { summary: "Three columns are missing" });
    const id = await deliveryTo(agent, "request_corrected");
    const { eventId } = await rowOf(id);
    await db().change.delete({ where: { eventId } });
    await deliver(id);
    expect(server.tries).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: "cancelled" });
  });

  it("is not sent to somebody who was removed while it was rendered", async () => {
    const { customer, id } = await aWaitingComment();
    const other = new Client({ connectionString: settingsInUse().DATABASE_URL });
    await other.connect();
    await other.query("begin; lock table comments in access exclusive mode");
    const sending = deliver(id);
    // Rights do not depend on comments; the text does.
    await eventually(async () =>
      expect(
        await db().$queryRaw`select from pg_locks where relation = 'comments'::regclass and not granted`,
      ).toHaveLength(1),
    );
    await db().member.deleteMany({ where: { personId: customer.id } });
    await other.query("commit");
    await sending;
    await other.end();
    expect(server.tries).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", html: "", text: "" });
  });

  it("keeps no text, when its recipient lost the request between two tries", async () => {
    const { customer, id } = await aWaitingComment();
    server.refusal = later451;
    const again = await deliver(id);
    expect((await rowOf(id)).text).toContain("The first words");
    await db().member.deleteMany({ where: { personId: customer.id } });
    await deliver(id, again ?? undefined);
    expect(server.tries).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", html: "", text: "" });
  });
});

describe("a mail that cannot be rendered", () => {
  it.each([
    ["facts that do not fit its kind", { facts: { commentId: "none" } }],
    ["facts of another kind", { facts: { invitationId: randomUUID() } }],
    ["a kind that this release does not know", { kind: "postcard" }],
  ])("because of %s is held with the reason, costs no try, and leaves once it can be", async (_, broken) => {
    const { id } = await aWaitingComment();
    const { facts } = await rowOf(id);
    await db().delivery.updateMany({ where: { id }, data: broken });
    expect(await deliver(id)).toBeNull();
    expect(server.tries).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: "held", attempts: 0, heldUntil: null, subject: null });
    const admin = await anAdmin();
    const held = (await readOutbox(admin, new Date())).held.find(mail => mail.id === id);
    expect(held?.canRelease).toBe(true);
    expect(held && say(t, held.reason)).toMatch(/^It could not be rendered: \S/);
    await db().delivery.updateMany({ where: { id }, data: { facts: facts ?? {}, kind: "comment_posted" } });
    await run(admin, act => releaseMail(act, id));
    await deliver(id);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 1 });
    expect(server.tries).toHaveLength(1);
  });
});

describe("a mail that the release before has rendered", () => {
  it.each(["comment_posted", "a_kind_of_then"])("leaves as it is, under its own id: %s", async kind => {
    const customer = await aCustomer();
    const { id: requestId, events } = await db().serviceRequest.findFirstOrThrow({
      where: { number: Number((await aRequest({ by: customer })).split("-")[1]) },
      select: { id: true, events: { select: { id: true } } },
    });
    const { id } = await db().delivery.create({
      data: {
        ...{ eventId: events[0]?.id ?? 0n, personId: customer.id, requestId, kind, to: customer.email },
        ...{ subject: "As it was", html: "<p>Old words</p>", text: "Old words\n" },
        headers: { "X-Old": "yes" },
        ...{ createdAt: new Date(), dueAt: new Date() },
      },
      select: { id: true },
    });
    await deliver(id);
    expect(server.tries).toHaveLength(1);
    for (const line of [`Message-ID: <${id}@localhost>`, "Subject: As it was", "X-Old: yes", "Old words"])
      expect(server.tries[0]?.raw).toContain(line);
  });
});

describe("the mail that a request was resolved", () => {
  it("names the day until which it may be re-opened, although that has happened since", async () => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    await moveTo(customer, reference, "reopen");
    await deliver(await deliveryTo(customer, "resolved"));
    expect(server.tries[0]?.raw.replace(/=\r\n/g, "")).toMatch(/re-open it\s+until\s+\d{1,2}\s/);
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { before, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { deliver } from "@/lib/mail/deliver";
import { digest } from "@/lib/mail/gather";
import { choosePace } from "@/lib/notifications/pace";
import { commentOnRequest } from "@/lib/requests/comments";
import { removeParticipant } from "@/lib/sharing/participants";
import { aCustomer, anAgent, aParticipant, aRequest, requesterOf, run } from "../../support/factories";
import { setSettings } from "../../support/settings";
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

const rowOf = (id: string) => db().delivery.findUniqueOrThrow({ where: { id } });

/** A digest about two requests that the mail server has put off once; its reader has lost the first request since. */
async function aDigestPutOff() {
  const [reader, agent] = [await aCustomer(), await anAgent()];
  await run(reader, act => choosePace(act, { pace: "daily" }));
  const references = [await aRequest(), await aRequest()];
  for (const [index, reference] of references.entries()) {
    await aParticipant(reference, reader);
    await run(agent, act => commentOnRequest(act, { reference, body: `News of request ${index + 1}` }));
  }
  await digest(reader.id, new Date());
  const { id } = await db().delivery.findFirstOrThrow({
    where: { to: reader.email, kind: "daily_digest" },
    select: { id: true },
  });
  server.refusal = { responseCode: 451, message: "Try again later" };
  const again = (await deliver(id)) ?? new Date();
  server.refusal = null;
  const lose = async (reference = "") =>
    run(await requesterOf(reference), act => removeParticipant(act, { reference, person: reader.id }));
  return { reader, id, again, references, lose };
}

const waitingOf = ({ id }: PersonActor) =>
  db().notice.count({ where: { personId: id, gatherFor: { not: null } } });

describe("a digest that is tried again", () => {
  it("is the same, byte for byte, while its reader may still read all of it", async () => {
    const { id, again } = await aDigestPutOff();
    await deliver(id, again);
    expect(server.tries).toHaveLength(2);
    expect(server.tries[1]).toEqual(server.tries[0]);
    expect(server.tries[0]?.raw).toContain(`Message-ID: <${id}@localhost>`);
  });

  it("becomes another message, with the rest alone, once its reader has lost one of its requests", async () => {
    const { reader, id, again, references, lose } = await aDigestPutOff();
    await lose(references[0]);
    await deliver(id, again);
    const [first, second, ...more] = server.tries;
    expect(more).toEqual([]);
    expect(first?.raw).toContain("News of request 1");
    expect(second?.raw).not.toContain("News of request 1");
    expect(second?.raw).toContain("News of request 2");
    expect(second?.raw).toContain(`Message-ID: <${id}-2@localhost>`);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 2, edition: 2 });
    expect(await waitingOf(reader)).toBe(0);
  });

  it("that the release before has rendered is looked at in the same way", async () => {
    const { reader, id, again } = await aDigestPutOff();
    await db().delivery.updateMany({
      where: { id },
      data: { facts: {}, from: null, messageId: null, renderedAt: null },
    });
    const [notice] = await db().notice.findMany({
      where: { deliveryId: id },
      orderBy: { id: "asc" },
      select: { requestId: true },
    });
    await db().member.deleteMany({
      where: { personId: reader.id, requestId: notice?.requestId ?? randomUUID() },
    });
    await deliver(id, again);
    expect(server.tries[1]?.raw).not.toContain("News of request 1");
    expect(server.tries[1]?.raw).toContain("News of request 2");
  });

  it("ends when its reader has lost all of them", async () => {
    const { id, again, references, lose } = await aDigestPutOff();
    for (const reference of references) await lose(reference);
    await deliver(id, again);
    expect(server.tries).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", html: "", text: "" });
  });

  it("waits for an admin where it may have arrived before its reader lost a request", async () => {
    const { id, references, lose } = await aDigestPutOff();
    const at = new Date();
    await db().delivery.updateMany({
      where: { id },
      data: { state: "sending", leaseId: randomUUID(), leaseUntil: before(at, minutes(1)) },
    });
    await lose(references[0]);
    await deliver(id, at);
    expect(server.tries).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({
      state: "held",
      reason: "mail.reason.doubtful",
    });
  });
});

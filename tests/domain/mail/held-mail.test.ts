import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { deliver } from "@/lib/mail/deliver";
import { askForTestMail, liftSuppression, releaseMail } from "@/lib/mail/held-mail";
import { writeReason } from "@/lib/mail/reason";
import { readOutbox } from "@/lib/mail/status";
import { aCustomer, anAddress, anAdmin, anAgent, anInvitation, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ MAIL_CAP_PER_ADDRESS: "2", MAIL_CAP_PER_REQUEST: "4", MAIL_CAP_PER_SENDER: "3" });
  admin = await anAdmin();
});

async function deliveriesTo(customer: PersonActor, count: number): Promise<string[]> {
  for (let made = 0; made < count; made++) await aRequest({ by: customer });
  const rows = await db().delivery.findMany({
    where: { to: customer.email },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const stateOf = (id: string) =>
  db().delivery.findUniqueOrThrow({ where: { id }, select: { state: true, reason: true, attempts: true } });

/** Three mails to one address within an hour, the third over the limit. */
async function aHeldMail(): Promise<string> {
  const ids = await deliveriesTo(await aCustomer(), 3);
  for (const id of ids) await deliver(id);
  return ids[2] ?? "";
}

describe("more mails to one address than the desk allows within an hour", () => {
  it("are held, with the reason, and not dropped", async () => {
    expect(await stateOf(await aHeldMail())).toMatchObject({
      state: "held",
      reason: writeReason("mail.reason.over.to_address", { most: 2 }),
    });
  });

  it("are held when they are invitations, too, by however many people", async () => {
    const to = anAddress("stranger");
    const invited = async () => {
      await anInvitation(await aRequest(), to);
      const { id } = await db().delivery.findFirstOrThrow({
        where: { to, state: "pending" },
        select: { id: true },
      });
      await deliver(id);
      return stateOf(id);
    };
    for (let count = 0; count < 2; count++) expect(await invited()).toMatchObject({ state: "sent" });
    expect(await invited()).toMatchObject({
      state: "held",
      reason: writeReason("mail.reason.over.invitations_to_address", { most: 2 }),
    });
  });

  it("do not hold back mails to anybody else, nor those of the next hour", async () => {
    await aHeldMail();
    const [id = ""] = await deliveriesTo(await aCustomer(), 1);
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: "sent" });
    const customer = await aCustomer();
    const [first = "", second = "", third = ""] = await deliveriesTo(customer, 3);
    for (const one of [first, second]) await deliver(one);
    await deliver(third, later(new Date(), minutes(61)));
    expect(await stateOf(third)).toMatchObject({ state: "sent" });
  });

  it("leave when an admin releases them, each once", async () => {
    const id = await aHeldMail();
    await run(admin, act => releaseMail(act, id));
    await expectRefusal(
      run(admin, act => releaseMail(act, id)),
      "conflict",
      /on its way already/,
    );
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1 });
    await expectRefusal(
      run(admin, act => releaseMail(act, id)),
      "conflict",
    );
  });

  it("are let go by one of two admins at the same moment", async () => {
    const id = await aHeldMail();
    const outcomes = await Promise.allSettled([1, 2].map(() => run(admin, act => releaseMail(act, id))));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("more invitations by one person than the desk allows within a day", () => {
  it("are held too, whoever they are for, until an admin releases them", async () => {
    const sharer = await aCustomer();
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) {
      const to = anAddress("stranger");
      await anInvitation(await aRequest({ by: sharer }), to);
      const { id } = await db().delivery.findFirstOrThrow({ where: { to }, select: { id: true } });
      await deliver(id);
      ids.push(id);
    }
    const states = await Promise.all(ids.map(async id => (await stateOf(id)).state));
    expect(states).toEqual(["sent", "sent", "sent", "held"]);
    const last = ids.at(-1) ?? "";
    expect(await stateOf(last)).toMatchObject({
      reason: writeReason("mail.reason.over.invitations_by_person", { most: 3 }),
    });
    await run(admin, act => releaseMail(act, last));
    await deliver(last);
    expect(await stateOf(last)).toMatchObject({ state: "sent" });
  });

  it("do not hold back anybody else's", async () => {
    const to = anAddress("stranger");
    await anInvitation(await aRequest(), to);
    const { id } = await db().delivery.findFirstOrThrow({ where: { to }, select: { id: true } });
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: "sent" });
  });
});

describe("the mail room", () => {
  it("is not there for agents and customers, whatever they try", async () => {
    const id = await aHeldMail();
    for (const actor of [await anAgent(), await aCustomer()]) {
      await expectRefusal(readOutbox(actor, new Date()), "not_found");
      await expectRefusal(
        run(actor, act => releaseMail(act, id)),
        "not_found",
      );
      await expectRefusal(
        run(actor, act => liftSuppression(act, actor.email)),
        "not_found",
      );
      await expectRefusal(run(actor, askForTestMail), "not_found");
    }
    expect(await stateOf(id)).toMatchObject({ state: "held" });
  });

  it("shows admins what waits, what is held and what was given up", async () => {
    const id = await aHeldMail();
    const outbox = await readOutbox(admin, new Date());
    expect(outbox.held.map(mail => mail.id)).toContain(id);
    expect(outbox.sentPerHour).toHaveLength(24);
    expect(outbox.sentPerHour.at(-1)?.count).toBeGreaterThan(0);
    expect(outbox.waiting).toBeGreaterThan(0);
  });

  it("mails its admin a test by the usual way", async () => {
    const tester = await anAdmin();
    await run(tester, askForTestMail);
    const [mail] = await db().delivery.findMany({
      where: { to: tester.email },
      select: { id: true, kind: true },
    });
    expect(mail?.kind).toBe("test_mail");
    await deliver(mail?.id ?? "");
    expect(await stateOf(mail?.id ?? "")).toMatchObject({ state: "sent" });
  });

  it("has no mail that does not exist, and nothing to lift where nothing is suppressed", async () => {
    await expectRefusal(
      run(admin, act => releaseMail(act, randomUUID())),
      "not_found",
    );
    await expectRefusal(
      run(admin, act => liftSuppression(act, "nobody@people.test")),
      "not_found",
    );
  });
});

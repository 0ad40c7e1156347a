import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { restorePerson, suspendPerson } from "@/lib/accounts/operator";
import { authenticate, openProvenSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { days, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { eraseDue } from "@/lib/entry/erasures";
import { askForErasure, findPerson, withdrawErasure } from "@/lib/erasures/ask";
import { beginErasure } from "@/lib/erasures/erase";
import { listErasures, readPersonToErase } from "@/lib/erasures/read";
import { finish, takeLease } from "@/lib/mail/lease";
import { commentOnRequest } from "@/lib/requests/comments";
import { eventually } from "../../support/eventually";
import { aCustomer, anAdmin, anAgent, aRequest, run, sessionOf, visitOf } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

let admin: PersonActor;
beforeEach(async () => {
  admin = await anAdmin();
});

const ask = (person: PersonActor, by = admin, email = person.email) =>
  run(by, act => askForErasure(act, { person: person.id, email }));
const withdraw = (person: PersonActor, by = admin) =>
  run(by, act => withdrawErasure(act, { person: person.id }));
const fortnight = () => later(new Date(), days(14) + minutes(1));
const rowFor = ({ id }: PersonActor) => db().person.findUniqueOrThrow({ where: { id } });

describe("asking for a person to be erased", () => {
  it("suspends them at once, and withdrawing it lets them log in again", async () => {
    const person = await aCustomer({ password: "Harbour-lamp 27 quietly!" });
    const proven = await authenticate({ email: person.email, password: "Harbour-lamp 27 quietly!" });
    const session = await sessionOf(person);
    await ask(person);
    expect((await db().session.findUniqueOrThrow({ where: { id: session } })).endedAt).not.toBeNull();
    // Their password was checked a moment before.
    await expectRefusal(
      run(operator, act => openProvenSession(act, proven)),
      "invalid",
    );
    await withdraw(person);
    expect(await visitOf(person)).not.toBeNull();
    await eraseDue(fortnight());
    expect((await rowFor(person)).name).toBe(person.name);
    const events = await db().event.findMany({ where: { personId: person.id }, orderBy: { id: "asc" } });
    expect(events.slice(-2)).toMatchObject([
      { type: "erasure_asked", data: { suspends: true }, actorId: admin.id },
      { type: "erasure_withdrawn", data: { restores: true }, actorId: admin.id },
    ]);
  });

  it("leaves an account suspended that was so before", async () => {
    const person = await aCustomer();
    await run(operator, act => suspendPerson(act, person.email));
    await ask(person);
    await withdraw(person);
    expect((await rowFor(person)).suspendedAt).not.toBeNull();
  });

  it("is for admins, not for oneself, and is confirmed with the address", async () => {
    const person = await aCustomer();
    for (const other of [await anAgent(), await aCustomer(), person])
      for (const attempt of [
        () => ask(person, other),
        () => withdraw(person, other),
        () => run(other, act => findPerson(act, { email: person.email })),
        () => readPersonToErase(other, person.id),
        () => listErasures(other),
      ])
        await expectRefusal(attempt(), "not_found");
    await expectRefusal(ask(admin), "forbidden", /Ask another admin/);
    const refused = await expectRefusal(ask(person, admin, "someone@people.test"), "invalid");
    expect(refused.fields).toHaveProperty("email");
    await expectRefusal(
      run(admin, act => askForErasure(act, { person: randomUUID(), email: person.email })),
      "not_found",
    );
    await expectRefusal(readPersonToErase(admin, "%"), "not_found");
    await expectRefusal(
      run(admin, act => findPerson(act, { email: "nobody@people.test" })),
      "invalid",
    );
    expect((await rowFor(person)).suspendedAt).toBeNull();
  });

  it("tells the second of two admins that the other was faster", async () => {
    const [person, other] = [await aCustomer(), await anAdmin()];
    await expectRefusal(withdraw(person), "conflict", /withdrawn/);
    const both = await Promise.allSettled([ask(person), ask(person, other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expectRefusal(ask(person, other), "conflict", /Another admin/);
    await run(operator, act => beginErasure(act, person.id), fortnight());
    await expectRefusal(withdraw(person), "conflict", /cannot be withdrawn/);
  });

  it("leaves one of two admins who have each other erased at the same moment", async () => {
    await db().person.updateMany({
      where: { role: "admin", suspendedAt: null },
      data: { suspendedAt: new Date() },
    });
    const [one, two] = [await anAdmin(), await anAdmin()];
    const both = await Promise.allSettled([ask(two, one), ask(one, two)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().person.count({ where: { role: "admin", suspendedAt: null } })).toBe(1);
  });

  it("keeps the account from being restored otherwise, before and after", async () => {
    const person = await aCustomer();
    await ask(person);
    const restore = async () => {
      const { email } = await rowFor(person);
      return run(operator, act => restorePerson(act, email));
    };
    await expectRefusal(restore(), "conflict", /Withdraw that first/);
    await eraseDue(fortnight());
    await expectRefusal(restore(), "conflict");
    await expectRefusal(withdraw(person), "conflict");
    expect(await listErasures(admin)).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ personId: person.id, name: null, email: null, askedBy: admin.name }),
      ]),
    });
  });

  it("says beforehand what would go and what stays", async () => {
    const [person, agent] = [await aCustomer(), await anAgent()];
    const [own, others] = [await aRequest({ by: person }), await aRequest()];
    await run(person, act => commentOnRequest(act, { reference: own, body: "Is it out?" }));
    await run(agent, act => commentOnRequest(act, { reference: own, body: "Nearly." }));
    await db().comment.create({
      data: { requestId: (await rowOf(others)).id, authorId: person.id, body: "x", createdAt: new Date() },
    });
    expect(await readPersonToErase(admin, person.id)).toMatchObject({
      name: person.name,
      erasure: null,
      counts: { requests: 1, openRequests: 1, comments: 2, othersComments: 1, othersRequests: 1, notes: 0 },
    });
  });
});

describe("what is under way while somebody is erased", () => {
  const mailFrom = (person: PersonActor) => ({
    ...{ source: "imap", key: randomUUID(), state: "held" as const, from: person.email, fromName: "x" },
    ...{ subject: "x", body: "x", text: "x", leftOut: [], receivedAt: new Date(), senderId: person.id },
  });

  it("waits, or is waited for: a mail that comes in at that moment goes as well", async () => {
    const person = await aCustomer();
    await ask(person);
    let erased: Promise<void> | undefined;
    await db().$transaction(async tx => {
      await tx.inboundMail.create({ data: mailFrom(person) });
      erased = eraseDue(fortnight());
      await eventually(async () => {
        const waits = await db().$queryRaw<unknown[]>`
          select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%from people%for update%'
            and datname = current_database()`;
        expect(waits.length).toBeGreaterThan(0);
      });
    });
    await erased;
    expect(await db().inboundMail.count({ where: { senderId: person.id } })).toBe(0);
  });

  it("and what was written of them a moment later goes with the next look", async () => {
    const person = await aCustomer();
    await ask(person);
    await eraseDue(fortnight());
    await db().inboundMail.create({ data: mailFrom(person) });
    await eraseDue(later(fortnight(), minutes(10)));
    expect(await db().inboundMail.count({ where: { senderId: person.id } })).toBe(0);
  });

  it("a mail to them that a worker has in hand keeps nothing", async () => {
    const [person, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: person });
    await run(agent, act => commentOnRequest(act, { reference, body: "Nearly." }));
    const { id } = await db().delivery.findFirstOrThrow({
      where: { personId: person.id, kind: "comment_posted" },
    });
    const lease = await takeLease(id, later(new Date(), minutes(1)));
    await ask(person);
    await eraseDue(fortnight());
    if (!lease) throw new Error("It was not due.");
    await finish(lease, { state: "sent", html: "Nearly.", text: "Nearly." });
    expect(await db().delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "cancelled",
      html: null,
    });
  });
});

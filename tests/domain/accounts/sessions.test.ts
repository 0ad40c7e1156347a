import { describe, expect, it } from "vitest";
import { restorePerson, suspendPerson } from "@/lib/accounts/operator";
import { askForPasswordLink, setPassword } from "@/lib/accounts/passwords";
import { actorOfSession, authenticate, endSession, openSession } from "@/lib/accounts/sessions";
import { system } from "@/lib/actor";
import { days, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { aCustomer, run } from "../../support/factories";
import { laterOn } from "../../support/later-on";
import { expectRefusal } from "../../support/refusal";

const password = "Harbour-lamp 27 quietly!";
const fresh = "Seven green boats, no wind";
const wrong = "The e-mail address or the password is not right.";
const open = (personId: string, at?: Date) => run(system, act => openSession(act, personId), at);

async function linkTo(email: string, at = new Date()): Promise<string> {
  await run(system, act => askForPasswordLink(act, email), at);
  const mail = await db().delivery.findFirstOrThrow({
    where: { to: email, kind: "set_password" },
    orderBy: { createdAt: "desc" },
    select: { text: true },
  });
  return /set-password\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
}

describe("logging in", () => {
  it("takes the right password, and tells an unknown address and a wrong password in the same words", async () => {
    const { email, id } = await aCustomer({ password });
    expect(await authenticate({ email, password })).toBe(id);
    await expectRefusal(authenticate({ email, password: "Wrong-lamp 27 quietly!" }), "invalid", wrong);
    await expectRefusal(authenticate({ email: `no-${email}`, password }), "invalid", wrong);
    const invited = await aCustomer();
    await expectRefusal(authenticate({ email: invited.email, password }), "invalid", wrong);
  });

  it("slows down after five wrong tries, and not after tries that went well", async () => {
    const { email, id } = await aCustomer({ password });
    for (let tries = 0; tries < 6; tries++) expect(await authenticate({ email, password })).toBe(id);
    for (let tries = 0; tries < 6; tries++)
      await expectRefusal(authenticate({ email, password: "Wrong-lamp 27!" }), "invalid");
    await expectRefusal(authenticate({ email, password }), "too_many");
    expect(await laterOn(11_000, () => authenticate({ email, password }))).toBe(id);
  });

  it("tells the suspended, and only those who know the password", async () => {
    const { email } = await aCustomer({ password });
    await run(system, act => suspendPerson(act, email));
    await expectRefusal(authenticate({ email, password }), "forbidden", /suspended/);
    await expectRefusal(authenticate({ email, password: "Wrong-lamp 27!" }), "invalid", wrong);
  });
});

describe("a session", () => {
  it("ends at once by logging out, for a copied cookie too", async () => {
    const person = await aCustomer();
    const [one, other] = [await open(person.id), await open(person.id)];
    await run(system, act => endSession(act, one));
    expect(await actorOfSession(one)).toBeNull();
    expect(await actorOfSession(other)).toMatchObject({ id: person.id });
  });

  it("ends with suspension and does not come back with restoring", async () => {
    const person = await aCustomer();
    const session = await open(person.id);
    await run(system, act => suspendPerson(act, person.email));
    expect(await actorOfSession(session)).toBeNull();
    await run(system, act => restorePerson(act, person.email));
    expect(await actorOfSession(session)).toBeNull();
  });

  it("ends after thirty days", async () => {
    const person = await aCustomer();
    expect(await actorOfSession(await open(person.id, later(new Date(), -days(30) - 1_000)))).toBeNull();
  });

  it("is nobody's when its id is made up", async () => {
    expect(await actorOfSession("01a20ad9-6e93-73bb-9106-c8f058b8bcd6")).toBeNull();
  });
});

describe("a link that sets a password", () => {
  it("works once, ends every session, and its owner is told", async () => {
    const person = await aCustomer({ password });
    const session = await open(person.id);
    const token = await linkTo(person.email);
    await run(system, act => setPassword(act, { token, password: fresh }));
    expect(await actorOfSession(session)).toBeNull();
    expect(await authenticate({ email: person.email, password: fresh })).toBe(person.id);
    await expectRefusal(authenticate({ email: person.email, password }), "invalid");
    await expectRefusal(
      run(system, act => setPassword(act, { token, password: fresh })),
      "invalid",
      /no longer valid/,
    );
    expect(await db().delivery.count({ where: { to: person.email, kind: "password_changed" } })).toBe(1);
  });

  it("kills older links, dies after thirty minutes, and refuses a weak password without being used up", async () => {
    const { email } = await aCustomer({ password });
    const old = await linkTo(email);
    const token = await linkTo(email, later(new Date(), 1));
    const set = (link: string, wish: string, at?: Date) =>
      run(system, act => setPassword(act, { token: link, password: wish }), at);
    await expectRefusal(set(old, fresh), "invalid", /no longer valid/);
    await expectRefusal(set(token, fresh, later(new Date(), minutes(31))), "invalid", /no longer valid/);
    await expectRefusal(set(token, "short"), "invalid");
    await set(token, fresh);
  });

  it("asked for several times at once leaves one that works", async () => {
    const { email, id: personId } = await aCustomer({ password });
    await Promise.all(Array.from({ length: 4 }, () => run(system, act => askForPasswordLink(act, email))));
    expect(await db().passwordLink.count({ where: { personId, usedAt: null } })).toBe(1);
  });

  it("is not mailed to an unknown address, nor to the suspended", async () => {
    const { email } = await aCustomer({ password });
    await run(system, act => suspendPerson(act, email));
    await run(system, act => askForPasswordLink(act, email));
    await run(system, act => askForPasswordLink(act, `no-${email}`));
    expect(await db().delivery.count({ where: { to: { in: [email, `no-${email}`] } } })).toBe(0);
  });
});

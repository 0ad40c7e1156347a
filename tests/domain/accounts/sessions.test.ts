import { describe, expect, it } from "vitest";
import { restorePerson, suspendPerson } from "@/lib/accounts/operator";
import {
  askForPasswordLink,
  prepareNewPassword,
  readPasswordLink,
  setPassword,
} from "@/lib/accounts/passwords";
import {
  actorOfSession,
  authenticate,
  endSession,
  openProvenSession,
  openSession,
} from "@/lib/accounts/sessions";
import { operator } from "@/lib/actor";
import { before, days, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { aCustomer, run } from "../../support/factories";
import { laterOn } from "../../support/later-on";
import { passwordLinkTo, setByLink } from "../../support/password-link";
import { expectRefusal } from "../../support/refusal";
import { answerWishes } from "../../support/wishes";

const password = "Harbour-lamp 27 quietly!";
const fresh = "Seven green boats, no wind";
const wrong = "The email address or the password is not right.";
const open = (personId: string, at?: Date) => run(operator, act => openSession(act, personId), at);

describe("logging in", () => {
  it("takes the right password, and tells an unknown address and a wrong password in the same words", async () => {
    const { email, id } = await aCustomer({ password });
    expect(await authenticate({ email, password })).toMatchObject({ personId: id });
    await expectRefusal(authenticate({ email, password: "Wrong-lamp 27 quietly!" }), "invalid", wrong);
    await expectRefusal(authenticate({ email: `no-${email}`, password }), "invalid", wrong);
    const invited = await aCustomer();
    await expectRefusal(authenticate({ email: invited.email, password }), "invalid", wrong);
  });

  it("slows down after five wrong tries, and not after tries that went well", async () => {
    const { email, id } = await aCustomer({ password });
    for (let tries = 0; tries < 6; tries++)
      expect(await authenticate({ email, password })).toMatchObject({ personId: id });
    for (let tries = 0; tries < 6; tries++)
      await expectRefusal(authenticate({ email, password: "Wrong-lamp 27!" }), "invalid");
    await expectRefusal(authenticate({ email, password }), "too_many");
    expect(await laterOn(11_000, () => authenticate({ email, password }))).toMatchObject({ personId: id });
  });

  it("comes too late once the password was changed or the account suspended while it was checked", async () => {
    const person = await aCustomer({ password });
    const proven = await authenticate({ email: person.email, password });
    const enter = () => run(operator, act => openProvenSession(act, proven));
    await setByLink(await passwordLinkTo(person.email), fresh);
    await expectRefusal(enter(), "invalid", wrong);
    const again = await authenticate({ email: person.email, password: fresh });
    await run(operator, act => suspendPerson(act, person.email));
    await expectRefusal(
      run(operator, act => openProvenSession(act, again)),
      "invalid",
      wrong,
    );
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
  });

  it("tells the suspended, and only those who know the password", async () => {
    const { email } = await aCustomer({ password });
    await run(operator, act => suspendPerson(act, email));
    await expectRefusal(authenticate({ email, password }), "forbidden", /suspended/);
    await expectRefusal(authenticate({ email, password: "Wrong-lamp 27!" }), "invalid", wrong);
  });
});

describe("a session", () => {
  it("ends at once by logging out, for a copied cookie too", async () => {
    const person = await aCustomer();
    const [one, other] = [await open(person.id), await open(person.id)];
    await run(operator, act => endSession(act, one));
    expect(await actorOfSession(one)).toBeNull();
    expect(await actorOfSession(other)).toMatchObject({ id: person.id });
  });

  it("ends when its browser logs in anew, and no other does", async () => {
    const person = await aCustomer();
    const [here, there] = [await open((await aCustomer()).id), await open(person.id)];
    const fresh = await run(operator, act => openSession(act, person.id, here));
    expect(await actorOfSession(here)).toBeNull();
    expect(await actorOfSession(there)).toMatchObject({ id: person.id });
    expect(await actorOfSession(fresh)).toMatchObject({ id: person.id });
  });

  it("ends with suspension and does not come back with restoring", async () => {
    const person = await aCustomer();
    const session = await open(person.id);
    await run(operator, act => suspendPerson(act, person.email));
    expect(await actorOfSession(session)).toBeNull();
    await run(operator, act => restorePerson(act, person.email));
    expect(await actorOfSession(session)).toBeNull();
  });

  it("ends after thirty days", async () => {
    const person = await aCustomer();
    expect(await actorOfSession(await open(person.id, before(new Date(), days(30) + 1_000)))).toBeNull();
  });

  it("is nobody's when its id is made up", async () => {
    expect(await actorOfSession("01a20ad9-6e93-73bb-9106-c8f058b8bcd6")).toBeNull();
  });
});

describe("a link that sets a password", () => {
  it("works once, ends every session, and its owner is told", async () => {
    const person = await aCustomer({ password });
    const session = await open(person.id);
    const token = await passwordLinkTo(person.email);
    await setByLink(token, fresh);
    expect(await actorOfSession(session)).toBeNull();
    expect(await authenticate({ email: person.email, password: fresh })).toMatchObject({
      personId: person.id,
    });
    await expectRefusal(authenticate({ email: person.email, password }), "invalid");
    await expectRefusal(setByLink(token, fresh), "invalid", /no longer valid/);
    expect(await db().delivery.count({ where: { to: person.email, kind: "password_changed" } })).toBe(1);
  });

  it("dies after thirty minutes, and refuses a weak password without being used up", async () => {
    const { email, name } = await aCustomer({ password });
    const token = await passwordLinkTo(email);
    await expectRefusal(
      setByLink(token, fresh, later(new Date(), minutes(31))),
      "invalid",
      /no longer valid/,
    );
    expect(await readPasswordLink(token, later(new Date(), minutes(31)))).toBeNull();
    await expectRefusal(setByLink(token, "short"), "invalid", /another password/);
    expect(await readPasswordLink(token)).toEqual({ name, email });
    await setByLink(token, fresh);
    expect(await readPasswordLink(token)).toBeNull();
  });

  it("leaves earlier links alone until one is used, and then ends them all", async () => {
    const { email, id: personId } = await aCustomer({ password });
    const first = await passwordLinkTo(email);
    const second = await passwordLinkTo(email);
    const third = await passwordLinkTo(email);
    expect(await readPasswordLink(first)).not.toBeNull();
    await setByLink(second, fresh);
    for (const dead of [first, second, third])
      await expectRefusal(setByLink(dead, fresh), "invalid", /no longer valid/);
    expect(await db().passwordLink.count({ where: { personId, usedAt: null } })).toBe(0);
  });

  it("used at the same time as another sets one password", async () => {
    const { email, id } = await aCustomer({ password });
    const tokens = [await passwordLinkTo(email), await passwordLinkTo(email)];
    const wishes = [fresh, "Violet kettle 77 under!"];
    const prepared = await Promise.all(
      tokens.map((token, index) => prepareNewPassword({ token, password: wishes[index] ?? "" })),
    );
    const outcomes = await Promise.allSettled(
      prepared.map(one => run(operator, act => setPassword(act, one))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().event.count({ where: { personId: id, type: "password_set" } })).toBe(1);
  });

  it("ends the session of the browser that used it, whosever that was", async () => {
    const { email } = await aCustomer({ password });
    const [here, there] = [await open((await aCustomer()).id), await open((await aCustomer()).id)];
    const prepared = await prepareNewPassword({ token: await passwordLinkTo(email), password: fresh });
    await run(operator, act => setPassword(act, prepared, here));
    expect(await actorOfSession(here)).toBeNull();
    expect(await actorOfSession(there)).not.toBeNull();
  });

  it("is not mailed to an unknown address, nor to the suspended", async () => {
    const { email } = await aCustomer({ password });
    await run(operator, act => suspendPerson(act, email));
    await run(operator, act => askForPasswordLink(act, email));
    await run(operator, act => askForPasswordLink(act, `no-${email}`));
    await answerWishes();
    expect(await db().delivery.count({ where: { to: { in: [email, `no-${email}`] } } })).toBe(0);
  });
});

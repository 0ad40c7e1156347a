import { beforeAll, describe, expect, it } from "vitest";
import { passwordChangeInput } from "@/lib/accounts/input";
import { suspendPerson } from "@/lib/accounts/operator";
import { changePassword, preparePasswordChange } from "@/lib/accounts/password-change";
import { passwordProblem } from "@/lib/accounts/password-check";
import { actorOfSession, authenticate, openSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { aCustomer, anAgent, run } from "../../support/factories";
import { saidOf } from "../../support/issues";
import { laterOn } from "../../support/later-on";
import { passwordLinkTo, setByLink } from "../../support/password-link";
import { expectRefusal } from "../../support/refusal";
import { sentMails } from "../../support/sent-mails";

const old = "Harbour-lamp 27 quietly!";
const fresh = "Seven green boats, no wind";
const wrong = "Wrong-lamp 27 quietly!";

const prepare = (actor: PersonActor, currentPassword: string, password: string) =>
  preparePasswordChange(actor, { currentPassword, password });

async function change(
  actor: PersonActor,
  current: string,
  password: string,
  sessionId: string | null = null,
) {
  const prepared = await prepare(actor, current, password);
  await run(actor, act => changePassword(act, prepared, sessionId));
}

const open = (personId: string) => run(operator, act => openSession(act, personId));
const eventsOf = (personId: string) => db().event.count({ where: { personId, type: "password_changed" } });

// Its dictionaries are large; a first look at them would take up the time of a transaction.
beforeAll(async () => {
  await passwordProblem(fresh, []);
});

describe("changing one's password", () => {
  it("takes the new one from then on, for customers and agents", async () => {
    for (const person of [await aCustomer({ password: old }), await anAgent({ password: old })]) {
      await change(person, old, fresh);
      expect(await authenticate({ email: person.email, password: fresh })).toMatchObject({
        personId: person.id,
      });
      await expectRefusal(authenticate({ email: person.email, password: old }), "invalid");
      expect(await eventsOf(person.id)).toBe(1);
    }
  });

  it("ends every other session and keeps this one", async () => {
    const person = await aCustomer({ password: old });
    const bystander = await aCustomer();
    const [here, there, elsewhere] = [await open(person.id), await open(person.id), await open(bystander.id)];
    await change(person, old, fresh, here);
    expect(await actorOfSession(here)).toMatchObject({ id: person.id });
    expect(await actorOfSession(there)).toBeNull();
    expect(await actorOfSession(elsewhere)).toMatchObject({ id: bystander.id });
  });

  it("is told to its owner by mail, once, as they read times", async () => {
    const person = await aCustomer({ password: old });
    await db().person.update({
      where: { id: person.id },
      data: { timeZone: "America/New_York", language: "en-US" },
      select: { id: true },
    });
    await change(person, old, fresh);
    const mails = await sentMails({ personId: person.id, kind: "password_changed" });
    expect(mails.map(({ to }) => to)).toEqual([person.email]);
    expect(mails[0]?.text).toMatch(/[A-Z][a-z]+ \d{1,2}, \d{4} at \d{1,2}:\d\d\s[AP]M E[SD]T/);
  });

  it("kills the links that were mailed before", async () => {
    const person = await aCustomer({ password: old });
    const token = await passwordLinkTo(person.email);
    await change(person, old, fresh);
    await expectRefusal(setByLink(token, "Violet kettle 77 under!"), "invalid", /no longer valid/);
  });

  it("refuses a wrong current password beside its field, and nothing is changed, mailed or ended", async () => {
    const person = await aCustomer({ password: old });
    const session = await open(person.id);
    const refusal = await expectRefusal(
      change(person, wrong, fresh),
      "invalid",
      /check your current password/,
    );
    expect(refusal.fields).toEqual({ currentPassword: ["That is not your current password."] });
    expect(await authenticate({ email: person.email, password: old })).toMatchObject({ personId: person.id });
    expect(await actorOfSession(session)).not.toBeNull();
    expect(await eventsOf(person.id)).toBe(0);
    expect(await db().delivery.count({ where: { to: person.email } })).toBe(0);
  });

  it("tells a wrong current and a weak new one at once", async () => {
    const { fields } = await expectRefusal(
      prepare(await aCustomer({ password: old }), wrong, "short"),
      "invalid",
    );
    expect(Object.keys(fields)).toEqual(["currentPassword", "password"]);
  });

  it.each([
    ["short", /needs 12 characters/],
    ["Password-1234", /easy to guess/],
    [old, /same password/],
  ])("refuses the new one %j with the reason", async (password, reason) => {
    const refusal = await expectRefusal(
      prepare(await aCustomer({ password: old }), old, password),
      "invalid",
      /another password/,
    );
    expect(refusal.fields.password?.[0]).toMatch(reason);
  });

  it("refuses a new one made of one's own name", async () => {
    const person = await aCustomer({ name: "Wilhelmina Featherstonehaugh", password: old });
    const refusal = await expectRefusal(prepare(person, old, "Wilhelmina Featherstonehaugh"), "invalid");
    expect(refusal.fields.password).toHaveLength(1);
  });

  it("slows down after ten wrong tries, for the right password too, and starts anew after a while", async () => {
    const person = await aCustomer({ password: old });
    for (let tries = 0; tries < 10; tries++) await expectRefusal(prepare(person, wrong, fresh), "invalid");
    await expectRefusal(prepare(person, old, fresh), "too_many", /wait 15 minutes/);
    await laterOn(minutes(16), () => prepare(person, old, fresh));
  });

  it("done twice at once is done once", async () => {
    const person = await aCustomer({ password: old });
    const prepared = await Promise.all(
      [fresh, "Violet kettle 77 under!"].map(password => prepare(person, old, password)),
    );
    const outcomes = await Promise.allSettled(
      prepared.map(one => run(person, act => changePassword(act, one, null))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = outcomes.find(outcome => outcome.status === "rejected");
    await expectRefusal(Promise.reject(lost?.reason), "conflict", /changed a moment ago/);
    expect(await eventsOf(person.id)).toBe(1);
  });

  it("is refused to the suspended, and to the desk itself", async () => {
    const person = await aCustomer({ password: old });
    const prepared = await prepare(person, old, fresh);
    await run(operator, act => suspendPerson(act, person.email));
    await expectRefusal(
      run(person, act => changePassword(act, prepared, null)),
      "forbidden",
      /suspended/,
    );
    await expectRefusal(
      run(operator, act => changePassword(act, prepared, null)),
      "forbidden",
    );
  });

  it("cannot be done by whoever never set one", async () => {
    await expectRefusal(prepare(await aCustomer(), old, fresh), "invalid", /current password/);
  });

  it("asks for both, each in its own words", () => {
    const result = passwordChangeInput.safeParse({ currentPassword: "", password: "" });
    expect(saidOf(result).map(({ text }) => text)).toEqual([
      "Enter your current password.",
      "Enter a new password.",
    ]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { readAwaitedEmail, readEmailChange } from "@/lib/accounts/email-change";
import { emailChangeInput } from "@/lib/accounts/input";
import { createPerson } from "@/lib/accounts/operator";
import { passwordProblem } from "@/lib/accounts/password-check";
import { authenticate } from "@/lib/accounts/sessions";
import { operator } from "@/lib/actor";
import { minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import {
  addressEventsOf,
  anotherPassword,
  askForAddress,
  confirmAddress,
  emailOf,
  newEmail,
  password,
} from "../../support/email-change";
import { aCustomer, run } from "../../support/factories";
import { laterOn } from "../../support/later-on";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";

// Its dictionaries are large; a first look at them would take up the time of a transaction.
beforeAll(async () => {
  await passwordProblem(anotherPassword, []);
});

describe("another email address", () => {
  it("is taken over once its link is confirmed, and until then nothing changes", async () => {
    const person = await aCustomer({ password });
    const { email, token, mail } = await askForAddress(person);
    expect(mail).toMatchObject({ kind: "confirm_address", isSecret: true });
    expect(await readEmailChange(person, token)).toBe(email);
    expect(await readAwaitedEmail(person)).toBe(email);
    expect(await authenticate({ email: person.email, password })).toMatchObject({ personId: person.id });
    await confirmAddress(person, token);
    expect(await authenticate({ email, password })).toMatchObject({ personId: person.id });
    await expectRefusal(authenticate({ email: person.email, password }), "invalid");
    expect(await readAwaitedEmail(person)).toBeNull();
    const by = { actorId: person.id };
    expect(await addressEventsOf(person.id)).toEqual([
      { type: "email_change_asked", data: { changeId: expect.any(String) }, change: null, ...by },
      {
        type: "email_changed",
        data: {},
        change: { values: [{ key: "email", before: person.email, after: email }] },
        ...by,
      },
    ]);
  });

  it("is told to the old one when it is confirmed, as its owner reads times, and without the new one", async () => {
    const person = await aCustomer({ password });
    await db().person.update({
      where: { id: person.id },
      data: { timeZone: "Asia/Tokyo", language: "en-US" },
      select: { id: true },
    });
    const { email, token } = await askForAddress(person);
    expect(await db().delivery.count({ where: { to: person.email } })).toBe(0);
    await confirmAddress(person, token, new Date(Date.now() + 1));
    const { kind, text, personId } = await lastMailTo(person.email);
    expect({ kind, personId }).toEqual({ kind: "address_changed", personId: null });
    expect(text).toMatch(/\p{L}+ \d{1,2}, \d{4} at \d{1,2}:\d\d\s[AP]M (GMT\+9|JST)/u);
    expect(text).not.toContain(email);
  });

  it("needs the current password, and says so beside its field before anything is mailed", async () => {
    const person = await aCustomer({ password });
    const email = newEmail();
    const refusal = await expectRefusal(
      askForAddress(person, email, new Date(), "Wrong-lamp 27!"),
      "invalid",
    );
    expect(refusal.fields).toEqual({ currentPassword: ["That is not your current password."] });
    expect(await db().delivery.count({ where: { to: email } })).toBe(0);
    expect(await addressEventsOf(person.id)).toEqual([]);
  });

  it("cannot be had by whoever never set a password", async () => {
    await expectRefusal(askForAddress(await aCustomer()), "invalid", /current password/);
  });

  it("is refused to the right password, too, after ten wrong ones, until a quarter of an hour has passed", async () => {
    const person = await aCustomer({ password });
    const at = new Date();
    for (let tries = 0; tries < 10; tries++)
      await expectRefusal(askForAddress(person, newEmail(), at, "Wrong-lamp 27!"), "invalid");
    await expectRefusal(askForAddress(person, newEmail(), at), "too_many", /wait 15 minutes/);
    await laterOn(minutes(16), () => askForAddress(person, newEmail()));
  });

  it("can be asked for five times an hour by one person, and five times for one address", async () => {
    const person = await aCustomer({ password });
    for (let count = 0; count < 5; count++) await askForAddress(person);
    await expectRefusal(askForAddress(person), "too_many", /wait/);
    const email = newEmail();
    for (let count = 0; count < 5; count++) await askForAddress(await aCustomer({ password }), email);
    await expectRefusal(askForAddress(await aCustomer({ password }), email), "too_many", /wait/);
  });

  it("is another one than the present, and an address at all", async () => {
    const person = await aCustomer({ password });
    const refusal = await expectRefusal(askForAddress(person, person.email), "invalid");
    expect(refusal.fields.email).toEqual(["This is your address already."]);
    const bad = emailChangeInput.safeParse({ email: "nobody", currentPassword: "" });
    expect(bad.error?.issues.map(({ path }) => path[0])).toEqual(["email", "currentPassword"]);
    expect(emailChangeInput.parse({ email: " Ada@People.TEST ", currentPassword: "x" }).email).toBe(
      "ada@people.test",
    );
  });

  it("that is taken looks the same to who asks, and only its owner is told", async () => {
    const person = await aCustomer({ password });
    const owner = await aCustomer();
    const { mail, token } = await askForAddress(person, owner.email);
    expect({ kind: mail.kind, token, to: mail.personId }).toEqual({
      kind: "address_taken",
      token: "",
      to: owner.id,
    });
    expect(mail.text).not.toContain(person.name);
    expect(await readAwaitedEmail(person)).toBe(owner.email);
    expect(await addressEventsOf(person.id)).toEqual([
      {
        type: "email_change_asked",
        data: { changeId: expect.any(String) },
        change: null,
        actorId: person.id,
      },
    ]);
    expect(await emailOf(person)).toBe(person.email);
  });

  it("that has got an account meanwhile stays with it", async () => {
    const person = await aCustomer({ password });
    const { email, token } = await askForAddress(person);
    await run(operator, act => createPerson(act, { email, name: "Early Bird", role: "customer" }));
    await expectRefusal(confirmAddress(person, token), "conflict", /now has its own account/);
    expect(await emailOf(person)).toBe(person.email);
  });

  it("confirmed by two at once goes to one of them", async () => {
    const email = newEmail();
    const people = [await aCustomer({ password }), await aCustomer({ password })];
    const tokens: string[] = [];
    for (const person of people) tokens.push((await askForAddress(person, email)).token);
    const outcomes = await Promise.allSettled(
      people.map((person, index) => confirmAddress(person, tokens[index] ?? "")),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = outcomes.find(outcome => outcome.status === "rejected");
    await expectRefusal(Promise.reject(lost?.reason), "conflict");
    expect(await db().person.count({ where: { email } })).toBe(1);
  });
});

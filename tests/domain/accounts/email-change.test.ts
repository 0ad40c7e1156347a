import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  askForEmailChange,
  confirmEmailChange,
  prepareEmailChange,
  readAwaitedEmail,
  readEmailChange,
} from "@/lib/accounts/email-change";
import { emailChangeInput } from "@/lib/accounts/input";
import { createPerson, suspendPerson } from "@/lib/accounts/operator";
import { changePassword, preparePasswordChange } from "@/lib/accounts/password-change";
import { passwordProblem } from "@/lib/accounts/password-rules";
import { askForPasswordLink, setPassword } from "@/lib/accounts/passwords";
import { authenticate } from "@/lib/accounts/sessions";
import { type PersonActor, system } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { sweep } from "@/lib/entry/jobs";
import { deliver } from "@/lib/notifications/deliver";
import { aCustomer, actorOf, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const password = "Harbour-lamp 27 quietly!";
const fresh = "Seven green boats, no wind";
const newEmail = () => `moved-${randomBytes(5).toString("hex")}@people.test`;
const gone = /no longer valid/;

async function ask(actor: PersonActor, email = newEmail(), at = new Date(), typed = password) {
  const proof = await prepareEmailChange(actor, { email, currentPassword: typed }, at);
  await run(actor, act => askForEmailChange(act, email, proof), at);
  const mail = await lastMail(email);
  return { email, mail, token: /settings\/email\/([\w-]{43})/.exec(mail.text)?.[1] ?? "" };
}

const confirm = (actor: PersonActor, token: string, at?: Date) =>
  run(actor, act => confirmEmailChange(act, token), at);

const lastMail = (to: string) =>
  db().delivery.findFirstOrThrow({
    where: { to },
    orderBy: [{ createdAt: "desc" }, { eventId: "desc" }],
    select: { id: true, kind: true, text: true, isSecret: true, personId: true },
  });

const emailOf = async ({ id }: PersonActor) =>
  (await db().person.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;

const eventsOf = (personId: string) =>
  db().event.findMany({
    where: { personId, type: { startsWith: "email_" } },
    orderBy: { id: "asc" },
    select: { type: true, data: true, actorId: true },
  });

// Its dictionaries are large; a first look at them would take up the time of a transaction.
beforeAll(async () => {
  await passwordProblem(fresh, []);
});

describe("another e-mail address", () => {
  it("is taken over once its link is confirmed, and until then nothing changes", async () => {
    const person = await aCustomer({ password });
    const { email, token, mail } = await ask(person);
    expect(mail).toMatchObject({ kind: "confirm_address", isSecret: true });
    expect(await readEmailChange(person, token)).toBe(email);
    expect(await readAwaitedEmail(person)).toBe(email);
    expect(await authenticate({ email: person.email, password })).toBe(person.id);
    await confirm(person, token);
    expect(await authenticate({ email, password })).toBe(person.id);
    await expectRefusal(authenticate({ email: person.email, password }), "invalid");
    expect(await readAwaitedEmail(person)).toBeNull();
    const by = { actorId: person.id };
    expect(await eventsOf(person.id)).toEqual([
      { type: "email_change_asked", data: { email }, ...by },
      { type: "email_changed", data: { from: person.email, to: email }, ...by },
    ]);
  });

  it("is told to the old one when it is confirmed, as its owner reads times, and without the new one", async () => {
    const person = await aCustomer({ password });
    await db().person.update({
      where: { id: person.id },
      data: { timeZone: "Asia/Tokyo", language: "de" },
      select: { id: true },
    });
    const { email, token } = await ask(person);
    expect(await db().delivery.count({ where: { to: person.email } })).toBe(0);
    await confirm(person, token, new Date(Date.now() + 1));
    const { kind, text, personId } = await lastMail(person.email);
    expect({ kind, personId }).toEqual({ kind: "address_changed", personId: null });
    expect(text).toMatch(/\d{1,2}\. \p{L}+ \d{4} um \d\d:\d\d (GMT\+9|JST)/u);
    expect(text).not.toContain(email);
  });

  it("needs the current password, and says so beside its field before anything is mailed", async () => {
    const person = await aCustomer({ password });
    const email = newEmail();
    const refusal = await expectRefusal(ask(person, email, new Date(), "Wrong-lamp 27!"), "invalid");
    expect(refusal.fields).toEqual({ currentPassword: ["That is not your current password."] });
    expect(await db().delivery.count({ where: { to: email } })).toBe(0);
    expect(await eventsOf(person.id)).toEqual([]);
  });

  it("cannot be had by whoever never set a password", async () => {
    await expectRefusal(ask(await aCustomer()), "invalid", /current password/);
  });

  it("is refused to the right password, too, after ten wrong ones, until a quarter of an hour has passed", async () => {
    const person = await aCustomer({ password });
    const at = new Date();
    for (let tries = 0; tries < 10; tries++)
      await expectRefusal(ask(person, newEmail(), at, "Wrong-lamp 27!"), "invalid");
    await expectRefusal(ask(person, newEmail(), at), "too_many", /wait 15 minutes/);
    await ask(person, newEmail(), later(at, minutes(16)));
  });

  it("can be asked for five times an hour by one person, and five times for one address", async () => {
    const person = await aCustomer({ password });
    for (let count = 0; count < 5; count++) await ask(person);
    await expectRefusal(ask(person), "too_many", /wait/);
    const email = newEmail();
    for (let count = 0; count < 5; count++) await ask(await aCustomer({ password }), email);
    await expectRefusal(ask(await aCustomer({ password }), email), "too_many", /wait/);
  });

  it("is another one than the present, and an address at all", async () => {
    const person = await aCustomer({ password });
    const refusal = await expectRefusal(ask(person, person.email), "invalid");
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
    const { mail, token } = await ask(person, owner.email);
    expect({ kind: mail.kind, token, to: mail.personId }).toEqual({
      kind: "address_taken",
      token: "",
      to: owner.id,
    });
    expect(mail.text).not.toContain(person.name);
    expect(await readAwaitedEmail(person)).toBe(owner.email);
    expect(await eventsOf(person.id)).toEqual([
      { type: "email_change_asked", data: { email: owner.email }, actorId: person.id },
    ]);
    expect(await emailOf(person)).toBe(person.email);
  });

  it("that has got an account meanwhile stays with it", async () => {
    const person = await aCustomer({ password });
    const { email, token } = await ask(person);
    await run(system, act => createPerson(act, { email, name: "Early Bird", role: "customer" }));
    await expectRefusal(confirm(person, token), "conflict", /account of its own/);
    expect(await emailOf(person)).toBe(person.email);
  });

  it("confirmed by two at once goes to one of them", async () => {
    const email = newEmail();
    const people = [await aCustomer({ password }), await aCustomer({ password })];
    const tokens: string[] = [];
    for (const person of people) tokens.push((await ask(person, email)).token);
    const outcomes = await Promise.allSettled(
      people.map((person, index) => confirm(person, tokens[index] ?? "")),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = outcomes.find(outcome => outcome.status === "rejected");
    await expectRefusal(Promise.reject(lost?.reason), "conflict");
    expect(await db().person.count({ where: { email } })).toBe(1);
  });
});

describe("its link", () => {
  it("works once, also when it is pressed twice at the same time", async () => {
    const person = await aCustomer({ password });
    const { token, email } = await ask(person);
    const outcomes = await Promise.allSettled([confirm(person, token), confirm(person, token)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expectRefusal(confirm(await actorOf(email), token), "invalid", gone);
    expect(await eventsOf(person.id)).toHaveLength(2);
  });

  it("dies after thirty minutes", async () => {
    const person = await aCustomer({ password });
    const at = new Date();
    const { token } = await ask(person, newEmail(), at);
    await expectRefusal(confirm(person, token, later(at, minutes(30) + 1)), "invalid", gone);
    const past = later(at, -minutes(31));
    const old = await aCustomer({ password });
    expect(await readEmailChange(old, (await ask(old, newEmail(), past)).token)).toBeNull();
  });

  it("dies with a newer one", async () => {
    const person = await aCustomer({ password });
    const first = await ask(person);
    const second = await ask(person);
    await expectRefusal(confirm(person, first.token), "invalid", gone);
    expect(await readEmailChange(person, first.token)).toBeNull();
    await confirm(person, second.token);
    expect(await emailOf(person)).toBe(second.email);
  });

  it("asked for several times at once leaves one that works", async () => {
    const person = await aCustomer({ password });
    await Promise.all([ask(person), ask(person), ask(person)]);
    expect(await db().emailChange.count({ where: { personId: person.id, usedAt: null } })).toBe(1);
  });

  it("is nothing in the hands of anybody else, and not even shown to them", async () => {
    const person = await aCustomer({ password });
    const stranger = await aCustomer({ password });
    const { token } = await ask(person);
    expect(await readEmailChange(stranger, token)).toBeNull();
    await expectRefusal(confirm(stranger, token), "invalid", gone);
    await expectRefusal(
      run(system, act => confirmEmailChange(act, token)),
      "forbidden",
    );
    await expectRefusal(confirm(person, "made-up"), "invalid", gone);
    await confirm(person, token);
  });

  it("is nothing for the suspended", async () => {
    const person = await aCustomer({ password });
    const { token } = await ask(person);
    const proof = await prepareEmailChange(person, { email: newEmail(), currentPassword: password });
    await run(system, act => suspendPerson(act, person.email));
    await expectRefusal(confirm(person, token), "forbidden", /suspended/);
    await expectRefusal(
      run(person, act => askForEmailChange(act, newEmail(), proof)),
      "forbidden",
      /suspended/,
    );
    expect(await emailOf(person)).toBe(person.email);
  });

  it("dies with the password that asked for it, and so does a proof of that password", async () => {
    const person = await aCustomer({ password });
    const { token } = await ask(person);
    const proof = await prepareEmailChange(person, { email: newEmail(), currentPassword: password });
    const prepared = await preparePasswordChange(person, { currentPassword: password, password: fresh });
    await run(person, act => changePassword(act, prepared, null));
    await expectRefusal(confirm(person, token), "invalid", gone);
    await expectRefusal(
      run(person, act => askForEmailChange(act, newEmail(), proof)),
      "conflict",
      /changed a moment ago/,
    );
  });

  it("is kept as a digest, and swept away a day after it has run out", async () => {
    const person = await aCustomer({ password });
    const { token } = await ask(person);
    const kept = await db().emailChange.findFirstOrThrow({ where: { personId: person.id } });
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(await eventsOf(person.id))).not.toContain(token);
    await sweep(later(new Date(), minutes(60 * 23)));
    expect(await db().emailChange.count({ where: { personId: person.id } })).toBe(1);
    await sweep(later(new Date(), minutes(60 * 25)));
    expect(await db().emailChange.count({ where: { personId: person.id } })).toBe(0);
  });
});

describe("the old address", () => {
  it("gets no mail that was waiting for it", async () => {
    const person = await aCustomer({ password });
    await aRequest({ by: person });
    const waiting = await lastMail(person.email);
    await confirm(person, (await ask(person)).token);
    await deliver(waiting.id);
    expect(await db().delivery.findUnique({ where: { id: waiting.id }, select: { state: true } })).toEqual({
      state: "dead",
    });
  });

  it("opens the account no more by a link that was mailed to it", async () => {
    const person = await aCustomer({ password });
    await run(system, act => askForPasswordLink(act, person.email));
    const token = /set-password\/([\w-]{43})/.exec((await lastMail(person.email)).text)?.[1] ?? "";
    await confirm(person, (await ask(person)).token);
    await expectRefusal(
      run(system, act => setPassword(act, { token, password: fresh })),
      "invalid",
      gone,
    );
  });

  it("is free for somebody else, who finds nothing of its former owner there", async () => {
    const person = await aCustomer({ password });
    await confirm(person, (await ask(person)).token);
    await run(system, act =>
      createPerson(act, { email: person.email, name: "Next Owner", role: "customer" }),
    );
    expect((await actorOf(person.email)).id).not.toBe(person.id);
  });
});

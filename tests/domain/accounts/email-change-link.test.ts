import { beforeAll, describe, expect, it } from "vitest";
import {
  askForEmailChange,
  confirmEmailChange,
  prepareEmailChange,
  readEmailChange,
} from "@/lib/accounts/email-change";
import { createPerson, suspendPerson } from "@/lib/accounts/operator";
import { changePassword, preparePasswordChange } from "@/lib/accounts/password-change";
import { passwordProblem } from "@/lib/accounts/password-check";
import { operator } from "@/lib/actor";
import { before, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { sweep } from "@/lib/entry/jobs";
import { deliver } from "@/lib/notifications/deliver";
import {
  addressEventsOf,
  anotherPassword,
  askForAddress,
  confirmAddress,
  emailOf,
  linkIsGone,
  newEmail,
  password,
} from "../../support/email-change";
import { aCustomer, actorOf, aRequest, run } from "../../support/factories";
import { passwordLinkTo, setByLink } from "../../support/password-link";
import { expectRefusal } from "../../support/refusal";

// Its dictionaries are large; a first look at them would take up the time of a transaction.
beforeAll(async () => {
  await passwordProblem(anotherPassword, []);
});

describe("its link", () => {
  it("works once, also when it is pressed twice at the same time", async () => {
    const person = await aCustomer({ password });
    const { token, email } = await askForAddress(person);
    const outcomes = await Promise.allSettled([confirmAddress(person, token), confirmAddress(person, token)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expectRefusal(confirmAddress(await actorOf(email), token), "invalid", linkIsGone);
    expect(await addressEventsOf(person.id)).toHaveLength(2);
  });

  it("dies after thirty minutes", async () => {
    const person = await aCustomer({ password });
    const at = new Date();
    const { token } = await askForAddress(person, newEmail(), at);
    await expectRefusal(confirmAddress(person, token, later(at, minutes(30) + 1)), "invalid", linkIsGone);
    const past = before(at, minutes(31));
    const old = await aCustomer({ password });
    expect(await readEmailChange(old, (await askForAddress(old, newEmail(), past)).token)).toBeNull();
  });

  it("lives on beside a newer one until one of them is used, and then both are dead", async () => {
    const person = await aCustomer({ password });
    const first = await askForAddress(person);
    const second = await askForAddress(person);
    expect(await readEmailChange(person, first.token)).toBe(first.email);
    await confirmAddress(person, first.token);
    expect(await emailOf(person)).toBe(first.email);
    await expectRefusal(confirmAddress(await actorOf(first.email), second.token), "invalid", linkIsGone);
  });

  it("is nothing in the hands of anybody else, and not even shown to them", async () => {
    const person = await aCustomer({ password });
    const stranger = await aCustomer({ password });
    const { token } = await askForAddress(person);
    expect(await readEmailChange(stranger, token)).toBeNull();
    await expectRefusal(confirmAddress(stranger, token), "invalid", linkIsGone);
    await expectRefusal(
      run(operator, act => confirmEmailChange(act, token)),
      "forbidden",
    );
    await expectRefusal(confirmAddress(person, "made-up"), "invalid", linkIsGone);
    await confirmAddress(person, token);
  });

  it("is nothing for the suspended", async () => {
    const person = await aCustomer({ password });
    const { token } = await askForAddress(person);
    const proof = await prepareEmailChange(person, { email: newEmail(), currentPassword: password });
    await run(operator, act => suspendPerson(act, person.email));
    await expectRefusal(confirmAddress(person, token), "forbidden", /suspended/);
    await expectRefusal(
      run(person, act => askForEmailChange(act, newEmail(), proof)),
      "forbidden",
      /suspended/,
    );
    expect(await emailOf(person)).toBe(person.email);
  });

  it("dies with the password that asked for it, and so does a proof of that password", async () => {
    const person = await aCustomer({ password });
    const { token } = await askForAddress(person);
    const proof = await prepareEmailChange(person, { email: newEmail(), currentPassword: password });
    const prepared = await preparePasswordChange(person, {
      currentPassword: password,
      password: anotherPassword,
    });
    await run(person, act => changePassword(act, prepared, null));
    await expectRefusal(confirmAddress(person, token), "invalid", linkIsGone);
    await expectRefusal(
      run(person, act => askForEmailChange(act, newEmail(), proof)),
      "conflict",
      /changed a moment ago/,
    );
  });

  it("is kept as a digest, and swept away a day after it has run out", async () => {
    const person = await aCustomer({ password });
    const { token } = await askForAddress(person);
    const kept = await db().emailChange.findFirstOrThrow({ where: { personId: person.id } });
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(await addressEventsOf(person.id))).not.toContain(token);
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
    const waiting = await db().delivery.findFirstOrThrow({
      where: { to: person.email },
      select: { id: true },
    });
    await confirmAddress(person, (await askForAddress(person)).token);
    await deliver(waiting.id);
    expect(await db().delivery.findUnique({ where: { id: waiting.id }, select: { state: true } })).toEqual({
      state: "cancelled",
    });
  });

  it("opens the account no more by a link that was mailed to it", async () => {
    const person = await aCustomer({ password });
    const token = await passwordLinkTo(person.email);
    await confirmAddress(person, (await askForAddress(person)).token);
    await expectRefusal(setByLink(token, anotherPassword), "invalid", linkIsGone);
  });

  it("is free for somebody else, who finds nothing of its former owner there", async () => {
    const person = await aCustomer({ password });
    await confirmAddress(person, (await askForAddress(person)).token);
    await run(operator, act =>
      createPerson(act, { email: person.email, name: "Next Owner", role: "customer" }),
    );
    expect((await actorOf(person.email)).id).not.toBe(person.id);
  });
});

import { describe, expect, it } from "vitest";
import { askForEmailChange, prepareEmailChange } from "@/lib/accounts/email-change";
import { askForLogInLink } from "@/lib/accounts/log-in-link";
import { mayMail } from "@/lib/accounts/mail-limits";
import { askForPasswordLink } from "@/lib/accounts/passwords";
import { askForAccount, prepareSignUp } from "@/lib/accounts/sign-up";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { aCustomer, anAddress, run } from "../support/factories";
import { statementsOf } from "../support/statements";
import { answerWishes, takeWishes } from "../support/wishes";

// A stranger asks with many addresses, and looks for what tells those that have an account: words, rows, or time.

const password = "Harbour-lamp 27 quietly!";

const ways: Record<string, (email: string) => Promise<unknown>> = {
  "a new password": async email => {
    await mayMail("password", email, "192.0.2.1");
    await run(operator, act => askForPasswordLink(act, email));
  },
  "a link that logs in": async email => {
    await mayMail("log-in link", email, "192.0.2.1");
    await run(operator, act => askForLogInLink(act, email));
  },
  "an account": async email => {
    const prepared = await prepareSignUp({ name: "Vera Lind", email, password });
    await run(operator, act => askForAccount(act, prepared));
  },
  "another address": async email => {
    const asker = await aCustomer({ password });
    const proof = await prepareEmailChange(asker, { email, currentPassword: password });
    await run(asker, act => askForEmailChange(act, email, proof));
  },
};

const deliveriesTo = (email: string) => db().delivery.count({ where: { to: email } });

describe.each(Object.entries(ways))("asking for %s", (_, ask) => {
  it("is the same work for an address that has an account and one that has none", async () => {
    const known = (await aCustomer({ password })).email;
    const unknown = anAddress();
    // The first time brings some work of its own.
    await ask(anAddress());
    const statements = {
      known: await statementsOf(() => ask(known)),
      unknown: await statementsOf(() => ask(unknown)),
    };
    expect(statements.known.length).toBeGreaterThan(3);
    expect(statements.known).toEqual(statements.unknown);
    expect(statements.known.join("\n")).toContain("answer_wish");
    expect([await deliveriesTo(known), await deliveriesTo(unknown)]).toEqual([0, 0]);
    await takeWishes();
  });

  it("is answered by the worker, and only by mail", async () => {
    const { email } = await aCustomer({ password });
    await ask(email);
    await answerWishes();
    expect(await deliveriesTo(email)).toBe(1);
    await answerWishes();
    expect(await deliveriesTo(email)).toBe(1);
  });
});

it("a suspended person's address is told from no other by asking for a new password", async () => {
  const { email, id } = await aCustomer({ password });
  await db().person.update({ where: { id }, data: { suspendedAt: new Date() }, select: { id: true } });
  const ask = ways["a new password"] as (email: string) => Promise<unknown>;
  await ask(anAddress());
  expect(await statementsOf(() => ask(email))).toEqual(await statementsOf(() => ask(anAddress())));
  await answerWishes();
  expect(await deliveriesTo(email)).toBe(0);
});

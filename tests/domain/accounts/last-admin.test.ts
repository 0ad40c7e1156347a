import { beforeEach, describe, expect, it } from "vitest";
import { restorePerson, suspendPerson } from "@/lib/accounts/operator";
import { operator } from "@/lib/actor";
import { db } from "@/lib/db";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { lodge } from "../../support/operator";
import { expectRefusal } from "../../support/refusal";
import { settingsInUse } from "../../support/settings";

beforeEach(() =>
  db().person.updateMany({ where: { role: "admin", suspendedAt: null }, data: { suspendedAt: new Date() } }),
);

const suspend = (email: string) => run(operator, act => suspendPerson(act, email));
const countAdmins = () => db().person.count({ where: { role: "admin", suspendedAt: null } });

describe("the last admin", () => {
  it("is not suspended, and the sentence says what to do first", async () => {
    const { email } = await anAdmin();
    await expectRefusal(
      suspend(email),
      "conflict",
      /is the last admin who can log in\. Make another admin first/,
    );
    expect(await countAdmins()).toBe(1);
    await anAdmin();
    await suspend(email);
    expect(await countAdmins()).toBe(1);
  });

  it("stays although an operator asks at the terminal, who reads why", async () => {
    const { email } = await anAdmin();
    const asked = lodge({ settings: settingsInUse() }, ["person:suspend", "--email", email]);
    await expect(asked).rejects.toThrow(/is the last admin who can log in\. Make another admin first/);
    expect(await countAdmins()).toBe(1);
  });

  it("is not counted together with the suspended, until they are restored", async () => {
    const [one, other] = [await anAdmin(), await anAdmin()];
    await suspend(other.email);
    await expectRefusal(suspend(one.email), "conflict");
    await run(operator, act => restorePerson(act, other.email));
    await suspend(one.email);
  });

  it("stays when the last two are suspended at the same moment", async () => {
    const admins = [await anAdmin(), await anAdmin()];
    const outcomes = await Promise.allSettled(admins.map(({ email }) => suspend(email)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await countAdmins()).toBe(1);
  });
});

describe("a desk without any admin", () => {
  it("has nothing to protect: agents and customers are suspended as ever", async () => {
    for (const { email } of [await anAgent(), await aCustomer()]) await suspend(email);
    expect(await countAdmins()).toBe(0);
  });
});

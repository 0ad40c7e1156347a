import { expect, it } from "vitest";
import { confirmByLink, prepareChoice } from "@/lib/accounts/confirm";
import { hashNewPassword, judgePassword } from "@/lib/accounts/new-password";
import { createPerson, preparePerson } from "@/lib/accounts/operator";
import { prepareNewPassword } from "@/lib/accounts/passwords";
import { operator } from "@/lib/actor";
import { hashPassword, newToken, verifyPassword } from "@/lib/crypto";
import { transaction } from "@/lib/db";
import { anAddress, run } from "../support/factories";
import { expectRefusal } from "../support/refusal";
import { statementsOf } from "../support/statements";

// Ten forms at once, each with a slow hash in its transaction, would hold the whole pool.

const password = "Harbour-lamp 27 quietly!";

it.each<[string, () => Promise<unknown>]>([
  ["hashing a password", () => hashPassword(password)],
  ["checking a password", () => verifyPassword(null, password)],
  ["judging a password", async () => judgePassword(password, [])],
  ["judging and hashing a new one", () => hashNewPassword(password, [])],
])("%s is a fault inside a transaction, and none before or after", async (_, work) => {
  await work();
  await expect(transaction(() => work())).rejects.toThrow(/inside a transaction/);
  await work();
});

it("a made-up link costs one look, and no hash", async () => {
  const token = newToken();
  const set = () => expectRefusal(prepareNewPassword({ token, password }), "invalid", /no longer valid/);
  const choose = () => expectRefusal(prepareChoice(token, { name: "Vera", password }), "invalid");
  for (const knock of [set, choose]) {
    await knock();
    expect(await statementsOf(knock)).toHaveLength(1);
  }
  await expectRefusal(
    run(operator, act => confirmByLink(act, token, { choice: { name: "Vera", passwordHash: "x" } })),
    "invalid",
  );
});

it("an operator's person with a password is made without a slow step in between", async () => {
  const email = anAddress("operator");
  const prepared = await preparePerson({ email, name: "Jo Lee", role: "agent", password });
  expect(await run(operator, act => createPerson(act, prepared))).toBeNull();
});

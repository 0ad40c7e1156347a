import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createPerson, listPeople, preparePerson, suspendPerson } from "@/lib/accounts/operator";
import { authenticate } from "@/lib/accounts/sessions";
import { operator } from "@/lib/actor";
import { aCustomer, anAdmin, run } from "../../support/factories";
import { lodge } from "../../support/operator";
import { expectRefusal } from "../../support/refusal";
import { settingsInUse } from "../../support/settings";

const newEmail = () => `jo-${randomBytes(5).toString("hex")}@people.test`;

describe("an operator", () => {
  it("makes a person and is given a one-time link where there is no password", async () => {
    const email = newEmail();
    const link = await run(operator, act => createPerson(act, { email, name: "Jo Lee", role: "agent" }));
    expect(link).toMatch(/^http:\/\/localhost:3000\/set-password\/[\w-]{43}$/);
    expect(await listPeople(email.slice(0, -1))).toContainEqual({
      email,
      name: "Jo Lee",
      role: "agent",
      suspended: false,
    });
  });

  it("makes somebody at the terminal who logs in with the password that was typed there", async () => {
    const [email, password] = [newEmail(), "Violet kettle 77 under!"];
    const person = ["--email", email, "--name", "Jo Lee", "--role", "customer"];
    await lodge({ settings: settingsInUse() }, ["person:create", ...person, "--password-stdin"], password);
    expect(await authenticate({ email, password })).toHaveProperty("personId");
  });

  it("cannot make the same address twice, nor give it a weak password, nor suspend nobody", async () => {
    const { email } = await aCustomer();
    await expectRefusal(
      run(operator, act => createPerson(act, { email, name: "Jo Lee", role: "agent" })),
      "conflict",
      /already/,
    );
    const weak = { email: newEmail(), name: "Jo Lee", role: "agent" as const, password: "password" };
    await expectRefusal(preparePerson(weak), "invalid");
    await expectRefusal(preparePerson({ ...weak, email }), "conflict");
    await expectRefusal(
      run(operator, act => suspendPerson(act, newEmail())),
      "not_found",
    );
  });

  it("is nobody who comes in through a page, be they admin", async () => {
    const admin = await anAdmin();
    const { email } = await aCustomer();
    await expectRefusal(
      run(admin, act => suspendPerson(act, email)),
      "forbidden",
    );
    await expectRefusal(
      run(admin, act => createPerson(act, { email: newEmail(), name: "Jo", role: "admin" })),
      "forbidden",
    );
  });
});

import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { codeInput } from "@/lib/accounts/input";
import { actorOfSession } from "@/lib/accounts/sessions";
import {
  askForAccount,
  confirmByCode,
  confirmByLink,
  countCodeTry,
  countResend,
  prepareSignUp,
  resendCode,
} from "@/lib/accounts/sign-up";
import { system } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { aCustomer, actorOf, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

const password = "Harbour-lamp 27 quietly!";
const newEmail = () => `vera-${randomBytes(5).toString("hex")}@people.test`;

async function ask(email = newEmail(), at = new Date()) {
  const prepared = await prepareSignUp({ name: "Vera Lind", email, password });
  const id = await run(system, act => askForAccount(act, prepared), at);
  return { id, email, ...(await lastMail(email)) };
}

async function lastMail(email: string) {
  const mail = await db().delivery.findFirstOrThrow({
    where: { to: email },
    orderBy: { createdAt: "desc" },
    select: { kind: true, text: true, isSecret: true },
  });
  return {
    ...mail,
    code: /\b\d{6}\b/.exec(mail.text)?.[0] ?? "",
    token: /confirm\/([\w-]{43})/.exec(mail.text)?.[1] ?? "",
  };
}

async function type(id: string, code: string, at = new Date()): Promise<string> {
  await countCodeTry(id, at);
  return run(system, act => confirmByCode(act, id, code), at);
}

const other = (code: string) => (code === "000000" ? "000001" : "000000");

describe("signing up", () => {
  it("makes the account from the mailed code and signs in", async () => {
    const { id, email, code } = await ask();
    const actor = await actorOfSession(await type(id, code));
    expect(actor).toMatchObject({ name: "Vera Lind", email, role: "customer" });
  });

  it("makes the account from the mailed link, once", async () => {
    const { email, token } = await ask();
    expect(await actorOfSession(await run(system, act => confirmByLink(act, token)))).toMatchObject({
      email,
    });
    await expectRefusal(
      run(system, act => confirmByLink(act, token)),
      "invalid",
      /no longer valid/,
    );
  });

  it("begins with the time zone of the browser that confirms, and with UTC where it says nothing sensible", async () => {
    const byLink = await ask();
    await run(system, act => confirmByLink(act, byLink.token, "America/New_York"));
    expect((await actorOf(byLink.email)).timeZone).toBe("America/New_York");
    const byCode = await ask();
    await type(byCode.id, byCode.code);
    expect((await actorOf(byCode.email)).timeZone).toBe("UTC");
    const zoneOf = (timeZone?: string) => codeInput.parse({ code: "123456", timeZone }).timeZone;
    expect([zoneOf("Europe/Lisbon"), zoneOf("Mars/Olympus"), zoneOf(""), zoneOf()]).toEqual([
      "Europe/Lisbon",
      null,
      null,
      null,
    ]);
  });

  it("answers alike whether the address is known, and only the mail tells", async () => {
    const known = await aCustomer();
    const { id, kind, code, token } = await ask(known.email);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect({ kind, code, token }).toEqual({ kind: "account_exists", code: "", token: "" });
    expect((await ask()).kind).toBe("verify_address");
  });

  it("counts wrong codes, and after five tries even the right one is dead", async () => {
    const { id, code } = await ask();
    for (let tries = 1; tries <= 5; tries++) {
      const refusal = await expectRefusal(type(id, other(code)), "invalid");
      expect(refusal.fields.code?.[0]).toContain(tries < 5 ? `${5 - tries} more` : "Ask for a new one");
    }
    await expectRefusal(type(id, code), "invalid", /no longer valid/);
  });

  it("lets code and link die after thirty minutes", async () => {
    const { id, code, token } = await ask();
    const tooLate = later(new Date(), minutes(30) + 1_000);
    await expectRefusal(type(id, code, tooLate), "invalid", /no longer valid/);
    await expectRefusal(
      run(system, act => confirmByLink(act, token), tooLate),
      "invalid",
    );
  });

  it("mails a new code after a minute and not before; the old one dies", async () => {
    const { id, email, code } = await ask();
    await expectRefusal(countResend(id), "too_many", /wait/);
    const at = later(new Date(), 61_000);
    await countResend(id, at);
    await run(system, act => resendCode(act, id), at);
    const fresh = await lastMail(email);
    if (fresh.code !== code) await expectRefusal(type(id, code, at), "invalid");
    expect(await actorOfSession(await type(id, fresh.code, at))).toMatchObject({ email });
  });

  it("mails one new code when it is asked for twice at once", async () => {
    const { id, email } = await ask();
    const at = later(new Date(), 61_000);
    const wishes = [at, later(at, 5)];
    await Promise.allSettled(wishes.map(wish => run(system, act => resendCode(act, id), wish)));
    expect(await db().delivery.count({ where: { to: email } })).toBe(2);
  });

  it("makes one account when code and link are used at once", async () => {
    const { id, email, code, token } = await ask();
    const outcomes = await Promise.allSettled([
      type(id, code),
      run(system, act => confirmByLink(act, token)),
    ]);
    expect(outcomes.filter(outcome => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await db().person.count({ where: { email } })).toBe(1);
  });

  it("tells who confirms a second sign-up of the same address to log in", async () => {
    const email = newEmail();
    const first = await ask(email);
    const second = await ask(email);
    await type(first.id, first.code);
    await expectRefusal(type(second.id, second.code), "conflict", /already have an account/);
  });

  it("mails one address five times an hour at most, answers the sixth in the same way, and keeps the last link", async () => {
    const email = newEmail();
    for (let count = 0; count < 5; count++) await ask(email);
    const { id, token } = await ask(email);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await db().delivery.count({ where: { to: email } })).toBe(5);
    expect(await actorOfSession(await run(system, act => confirmByLink(act, token)))).toMatchObject({
      email,
    });
  });

  it("refuses a weak password with the reason, before anything is kept or mailed", async () => {
    const email = newEmail();
    const refusal = await expectRefusal(
      prepareSignUp({ name: "Vera Lind", email, password: "Password-1234" }),
      "invalid",
    );
    expect(refusal.fields.password?.[0]).toMatch(/easy to guess/);
    expect(await db().signUp.count({ where: { email } })).toBe(0);
  });
});

import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { confirmByCode, confirmByLink, countCodeTry, readSignUpLink } from "@/lib/accounts/confirm";
import { actorOfSession } from "@/lib/accounts/sessions";
import {
  askForAccount,
  countResend,
  prepareSignUp,
  resendCode,
  type SignUpProof,
} from "@/lib/accounts/sign-up";
import { operator } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { browserZone } from "@/lib/entry/sign-up";
import { aCustomer, actorOf, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { answerWishes } from "../../support/wishes";

const password = "Harbour-lamp 27 quietly!";
const newEmail = () => `vera-${randomBytes(5).toString("hex")}@people.test`;

async function ask(email = newEmail(), at = new Date()) {
  const prepared = await prepareSignUp({ name: "Vera Lind", email, password });
  const proof = await run(operator, act => askForAccount(act, prepared), at);
  await answerWishes(at);
  return { proof, email, ...(await lastMail(email)) };
}

async function lastMail(email: string) {
  const { kind, text, isSecret } = await lastMailTo(email);
  return {
    ...{ kind, text, isSecret },
    code: /\b\d{6}\b/.exec(text)?.[0] ?? "",
    token: /confirm\/([\w-]{43})/.exec(text)?.[1] ?? "",
  };
}

async function type(proof: SignUpProof, code: string, at = new Date()): Promise<string> {
  await countCodeTry(proof, at);
  return run(operator, act => confirmByCode(act, proof, code), at);
}

const click = (proof: SignUpProof, token: string, at?: Date, timeZone?: string) =>
  run(operator, act => confirmByLink(act, token, { proof }, { timeZone }), at);

const other = (code: string) => (code === "000000" ? "000001" : "000000");

describe("signing up", () => {
  it("makes the account from the mailed code and signs in", async () => {
    const { proof, email, code } = await ask();
    const actor = await actorOfSession(await type(proof, code));
    expect(actor).toMatchObject({ name: "Vera Lind", email, role: "customer" });
  });

  it("makes the account from the mailed link, once", async () => {
    const { proof, email, token } = await ask();
    expect(await actorOfSession(await click(proof, token))).toMatchObject({ email });
    await expectRefusal(click(proof, token), "invalid", /no longer valid/);
  });

  it("begins with the time zone of the browser that confirms, and with UTC where it says nothing sensible", async () => {
    const byLink = await ask();
    await click(byLink.proof, byLink.token, undefined, "America/New_York");
    expect((await actorOf(byLink.email)).timeZone).toBe("America/New_York");
    const byCode = await ask();
    await type(byCode.proof, byCode.code);
    expect((await actorOf(byCode.email)).timeZone).toBe("UTC");
    const zoneOf = (timeZone?: string) => browserZone.parse(timeZone);
    expect([zoneOf("Europe/Lisbon"), zoneOf("Mars/Olympus"), zoneOf(""), zoneOf()]).toEqual([
      "Europe/Lisbon",
      null,
      null,
      null,
    ]);
  });

  it("answers alike whether the address is known, and only the mail tells", async () => {
    const known = await aCustomer();
    const { proof, kind, code, token } = await ask(known.email);
    expect(proof).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), secret: expect.any(String) });
    expect({ kind, code, token }).toEqual({ kind: "account_exists", code: "", token: "" });
    expect((await ask()).kind).toBe("verify_address");
  });

  it("counts wrong codes, and after five tries even the right one is dead", async () => {
    const { proof, code } = await ask();
    for (let tries = 1; tries <= 5; tries++) {
      const refusal = await expectRefusal(type(proof, other(code)), "invalid");
      expect(refusal.fields.code?.[0]).toContain(tries < 5 ? `${5 - tries} more` : "Ask for a new one");
    }
    await expectRefusal(type(proof, code), "invalid", /no longer valid/);
  });

  it("lets code and link die after thirty minutes", async () => {
    const { proof, code, token } = await ask();
    const tooLate = later(new Date(), minutes(30) + 1_000);
    await expectRefusal(type(proof, code, tooLate), "invalid", /no longer valid/);
    await expectRefusal(click(proof, token, tooLate), "invalid");
  });

  it("mails a new code after a minute and not before; the old one dies", async () => {
    const { proof, email, code } = await ask();
    await expectRefusal(countResend(proof), "too_many", /wait/);
    const at = later(new Date(), 61_000);
    await countResend(proof, at);
    await run(operator, act => resendCode(act, proof), at);
    await answerWishes(at);
    const fresh = await lastMail(email);
    if (fresh.code !== code) await expectRefusal(type(proof, code, at), "invalid");
    expect(await actorOfSession(await type(proof, fresh.code, at))).toMatchObject({ email });
  });

  it("mails one new code when it is asked for twice at once", async () => {
    const { proof, email } = await ask();
    const at = later(new Date(), 61_000);
    const wishes = [at, later(at, 5)];
    await Promise.allSettled(wishes.map(wish => run(operator, act => resendCode(act, proof), wish)));
    await answerWishes(later(at, 10));
    expect(await db().delivery.count({ where: { to: email } })).toBe(2);
  });

  it("makes one account when code and link are used at once", async () => {
    const { proof, email, code, token } = await ask();
    const outcomes = await Promise.allSettled([type(proof, code), click(proof, token)]);
    expect(outcomes.filter(outcome => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await db().person.count({ where: { email } })).toBe(1);
  });

  it("tells who confirms a second sign-up of the same address to log in", async () => {
    const email = newEmail();
    const first = await ask(email);
    const second = await ask(email);
    await type(first.proof, first.code);
    await expectRefusal(type(second.proof, second.code), "conflict", /already have an account/);
  });

  it("mails one address five times in twenty minutes at most, answers the sixth in the same way, and keeps the last link", async () => {
    const email = newEmail();
    for (let count = 0; count < 5; count++) await ask(email);
    const { proof, token } = await ask(email);
    expect(proof).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), secret: expect.any(String) });
    expect(await db().delivery.count({ where: { to: email } })).toBe(5);
    expect(await readSignUpLink(token, proof)).toEqual({ email, here: false });
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

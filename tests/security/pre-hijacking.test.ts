import { describe, expect, it } from "vitest";
import {
  confirmByCode,
  confirmByLink,
  countCodeTry,
  prepareChoice,
  readSignUpLink,
} from "@/lib/accounts/confirm";
import { actorOfSession, authenticate } from "@/lib/accounts/sessions";
import {
  askForAccount,
  countResend,
  prepareSignUp,
  resendCode,
  type SignUpProof,
} from "@/lib/accounts/sign-up";
import { operator } from "@/lib/actor";
import { later } from "@/lib/clock";
import { db } from "@/lib/db";
import { askForAddress, confirmAddress, emailOf } from "../support/email-change";
import { aCustomer, anAddress, anInvitation, aRequest, run } from "../support/factories";
import { passwordLinkTo, setByLink } from "../support/password-link";
import { expectRefusal } from "../support/refusal";
import { lastMailTo } from "../support/sent-mails";
import { answerWishes } from "../support/wishes";

// A stranger begins something with an address or an account that is not theirs, and waits for its owner to finish it.

const attackers = "Crooked lantern 99, hidden";
const owners = "Harbour-lamp 27 quietly!";
/** As lib/limits.ts has it. */
const triesPerAddress = 20;
const third = "Seven green boats, no wind";

async function signUp(email: string, password: string, name = "Vera Lind") {
  const prepared = await prepareSignUp({ name, email, password });
  const proof = await run(operator, act => askForAccount(act, prepared));
  await answerWishes();
  const { text } = await lastMailTo(email);
  return {
    proof,
    code: /\b\d{6}\b/.exec(text)?.[0] ?? "",
    token: /confirm\/([\w-]{43})/.exec(text)?.[1] ?? "",
  };
}

/** What the page behind the link does in a browser that brings this proof, or none. */
async function openIn(browser: SignUpProof | null, token: string, password: string): Promise<string> {
  const link = await readSignUpLink(token, browser);
  if (link?.here && browser) return run(operator, act => confirmByLink(act, token, { proof: browser }));
  const choice = await prepareChoice(token, { name: "The Owner", password });
  return run(operator, act => confirmByLink(act, token, { choice }));
}

const enter = async (proof: SignUpProof, code: string, at?: Date) => {
  await countCodeTry(proof, at);
  return run(operator, act => confirmByCode(act, proof, code), at);
};

describe("whoever signs up with somebody else's address", () => {
  it("gets nothing when its owner, who signs up too, opens the older mail", async () => {
    const email = anAddress("victim");
    const attack = await signUp(email, attackers, "Mallory");
    const own = await signUp(email, owners);
    const actor = await actorOfSession(await openIn(own.proof, attack.token, third));
    expect(actor).toMatchObject({ email, name: "The Owner" });
    expect(await authenticate({ email, password: third })).toMatchObject({ personId: actor?.id });
    for (const password of [attackers, owners])
      await expectRefusal(authenticate({ email, password }), "invalid");
    const kept = await db().signUp.findMany({ where: { email }, select: { passwordHash: true } });
    expect(kept).toEqual([{ passwordHash: null }, { passwordHash: null }]);
    await expectRefusal(enter(attack.proof, attack.code), "conflict", /already have an account/);
    await expectRefusal(openIn(attack.proof, own.token, attackers), "invalid", /no longer valid/);
  });

  it("cannot have the password that they typed used by the owner's click, in a browser with no sign-up at all", async () => {
    const email = anAddress("victim");
    const { token } = await signUp(email, attackers);
    expect(await readSignUpLink(token, null)).toEqual({ email, here: false });
    await openIn(null, token, owners);
    await expectRefusal(authenticate({ email, password: attackers }), "invalid");
  });

  it("cannot use the mailed link with another sign-up's cookie, nor with one of a made-up secret", async () => {
    const { token, proof } = await signUp(anAddress("victim"), attackers);
    const other = await signUp(anAddress("other"), attackers);
    for (const forged of [other.proof, { ...proof, secret: "made-up" }, { ...proof, id: other.proof.id }]) {
      expect((await readSignUpLink(token, forged))?.here).toBe(false);
      await expectRefusal(
        run(operator, act => confirmByLink(act, token, { proof: forged })),
        "invalid",
        /open the link in your email once more/,
      );
    }
  });

  it("cannot type the code in any other browser than the one that asked", async () => {
    const { proof, code } = await signUp(anAddress("victim"), attackers);
    const forged = { ...proof, secret: "made-up" };
    await expectRefusal(enter(forged, code), "invalid", /no longer valid/);
    await expectRefusal(countResend(forged, later(new Date(), 61_000)), "invalid");
    await expectRefusal(
      run(operator, act => resendCode(act, forged), later(new Date(), 61_000)),
      "invalid",
    );
    await enter(proof, code);
  });

  it("cannot end the sign-up of its owner by beginning others", async () => {
    const email = anAddress("victim");
    const own = await signUp(email, owners);
    for (let count = 0; count < 3; count++) await signUp(email, attackers);
    expect(await actorOfSession(await enter(own.proof, own.code))).toMatchObject({ email });
    expect(await authenticate({ email, password: owners })).toMatchObject({ personId: expect.any(String) });
  });

  it("sees no difference between a wrong code for an address that is still free and one that is taken by now", async () => {
    const email = anAddress("victim");
    const attack = await signUp(email, attackers);
    const own = await signUp(email, owners);
    const wrong = ["000000", "111111", "222222"].find(one => one !== attack.code && one !== own.code) ?? "";
    const before = await expectRefusal(enter(attack.proof, wrong), "invalid");
    await enter(own.proof, own.code);
    const after = await expectRefusal(enter(attack.proof, wrong), "invalid");
    expect(after.message).toBe(before.message);
    expect(after.fields.code?.[0]?.replace("3 more", "4 more")).toBe(before.fields.code?.[0]);
    const at = later(new Date(), 61_000);
    await countResend(attack.proof, at);
    await run(operator, act => resendCode(act, attack.proof), at);
    await answerWishes(at);
    expect((await lastMailTo(email)).kind).toBe("account_exists");
  });

  it("has twenty codes a day for all their sign-ups together, and the owner's link works all the same", async () => {
    const email = anAddress("victim");
    const at = new Date();
    const attacks = [await signUp(email, attackers), await signUp(email, attackers)];
    let tries = 0;
    for (let round = 0; tries < triesPerAddress; round++) {
      // As after asking for another mail: five tries more.
      await db().signUp.updateMany({ where: { email }, data: { wrongTries: 0 } });
      for (let count = 0; count < 5 && tries < triesPerAddress; count++, tries++)
        await countCodeTry(attacks[round % 2]?.proof as SignUpProof, at);
    }
    const own = await signUp(email, owners);
    const refusal = await expectRefusal(
      enter(own.proof, own.code, at),
      "too_many",
      /Open the link in the email/,
    );
    expect(refusal.fields.code).toHaveLength(1);
    const session = await openIn(own.proof, own.token, third);
    expect(await actorOfSession(session)).toMatchObject({ email });
    expect(await authenticate({ email, password: owners })).toMatchObject({ personId: expect.any(String) });
  });

  it("gets nothing when two of the mails are confirmed at the same time: there is one account, and one password", async () => {
    const email = anAddress("victim");
    const [attack, own] = [await signUp(email, attackers), await signUp(email, owners)];
    const outcomes = await Promise.allSettled([
      openIn(null, attack.token, third),
      run(operator, act => confirmByLink(act, own.token, { proof: own.proof })),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().person.count({ where: { email } })).toBe(1);
    await expectRefusal(authenticate({ email, password: attackers }), "invalid");
  });
});

describe("whoever wants somebody else's address for their account", () => {
  it("does not get it by the owner's click, whether that has an account or not", async () => {
    const attacker = await aCustomer({ password: attackers });
    const bystander = await aCustomer();
    const email = anAddress("victim");
    const { token } = await askForAddress(attacker, email, new Date(), attackers);
    await expectRefusal(confirmAddress(bystander, token), "invalid", /no longer valid/);
    expect(await emailOf(attacker)).toBe(attacker.email);
  });

  it("cannot keep the owner from signing up with it, and then has asked in vain", async () => {
    const attacker = await aCustomer({ password: attackers });
    const email = anAddress("victim");
    const { token } = await askForAddress(attacker, email, new Date(), attackers);
    const own = await signUp(email, owners);
    await enter(own.proof, own.code);
    await expectRefusal(confirmAddress(attacker, token), "conflict");
  });

  it("ends the sign-ups that wait for an address, once it is theirs", async () => {
    const person = await aCustomer({ password: owners });
    const email = anAddress("own");
    const attack = await signUp(email, attackers);
    await confirmAddress(person, (await askForAddress(person, email, new Date(), owners)).token);
    await expectRefusal(openIn(null, attack.token, third), "invalid", /no longer valid/);
    await expectRefusal(enter(attack.proof, attack.code), "conflict");
  });
});

describe("whoever asks for links in the name of somebody else", () => {
  it("cannot end the link that its owner has asked for", async () => {
    const owner = await aCustomer({ password: owners });
    const token = await passwordLinkTo(owner.email);
    for (let count = 0; count < 3; count++) await passwordLinkTo(owner.email);
    await setByLink(token, third);
    expect(await authenticate({ email: owner.email, password: third })).toMatchObject({ personId: owner.id });
  });

  it("has all of them, and the changes of address under way, ended by the first that sets a password", async () => {
    const owner = await aCustomer({ password: owners });
    const change = await askForAddress(owner, anAddress("thief"), new Date(), owners);
    const [first, second] = [await passwordLinkTo(owner.email), await passwordLinkTo(owner.email)];
    await setByLink(first, third);
    await expectRefusal(setByLink(second, attackers), "invalid", /no longer valid/);
    await expectRefusal(confirmAddress(owner, change.token), "invalid", /no longer valid/);
  });
});

it("an invitation to an address lets in nobody who has only begun to sign up with it", async () => {
  const email = anAddress("guest");
  const reference = await aRequest();
  const attack = await signUp(email, attackers);
  await anInvitation(reference, email);
  const own = await signUp(email, owners);
  await enter(own.proof, own.code);
  await expectRefusal(enter(attack.proof, attack.code), "conflict");
  await expectRefusal(authenticate({ email, password: attackers }), "invalid");
});

import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmByCode, countCodeTry } from "@/lib/accounts/confirm";
import { ensureCustomer } from "@/lib/accounts/customers";
import { actorOfSession } from "@/lib/accounts/sessions";
import { askForAccount, prepareSignUp } from "@/lib/accounts/sign-up";
import { operator } from "@/lib/actor";
import { days, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { makeTestDatabase } from "../../support/databases";
import { setOnDesk } from "../../support/desk-settings";
import { aCustomer, anAgent, anInvitation, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";
import { answerWishes } from "../../support/wishes";

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("who_signs_up") });
});

const anyone = (domain = "people.test") => `vera-${randomBytes(5).toString("hex")}@${domain}`;

/** What a stranger gets for an address, and what its mailbox is told. */
async function ask(email: string) {
  const prepared = await prepareSignUp({ name: "Vera Lind", email, password: "Harbour-lamp 27 quietly!" });
  const proof = await run(operator, act => askForAccount(act, prepared));
  await answerWishes(new Date());
  const { kind, text } = await lastMailTo(email);
  return { proof, kind, code: /\b\d{6}\b/.exec(text)?.[0] ?? "" };
}

async function signUp(email: string): Promise<string | undefined> {
  const { proof, code } = await ask(email);
  await countCodeTry(proof);
  return (await actorOfSession(await run(operator, act => confirmByCode(act, proof, code))))?.email;
}

describe("where only invited people can sign up", () => {
  beforeAll(() => setOnDesk({ signUp: "invited", signUpInvited: true }));

  it("any other address is refused in its mailbox, and whoever typed it is shown what everybody is", async () => {
    const [stranger, known] = [anyone(), (await aCustomer()).email];
    const answers = [await ask(stranger), await ask(known)];
    for (const { proof } of answers)
      expect(proof).toEqual({ id: expect.any(String), secret: expect.any(String) });
    expect(answers.map(({ kind, code }) => ({ kind, code }))).toEqual([
      { kind: "sign_up_refused", code: "" },
      { kind: "account_exists", code: "" },
    ]);
    const [{ data } = { data: null }] = await db().event.findMany({
      where: { type: "sign_up_asked" },
      orderBy: { id: "desc" },
      skip: 1,
      take: 1,
    });
    expect(data).toMatchObject({ isRefused: true });
  });

  it("somebody for whom an agent raises something can", async () => {
    const email = anyone();
    await run(await anAgent(), act => ensureCustomer(act, { email, name: "Vera Lind" }));
    expect(await signUp(email)).toBe(email);
  });

  it("an invitation to a request counts while it is open, and only where the switch is on", async () => {
    const [email, withdrawn, other] = [anyone(), anyone(), anyone()];
    const reference = await aRequest();
    for (const address of [email, withdrawn, other]) await anInvitation(reference, address);
    await db().invitation.updateMany({ where: { email: withdrawn }, data: { withdrawnAt: new Date() } });
    expect(await signUp(email)).toBe(email);
    expect((await ask(withdrawn)).kind).toBe("sign_up_refused");
    await setOnDesk({ signUpInvited: false });
    expect((await ask(other)).kind).toBe("sign_up_refused");
    await setOnDesk({ signUpInvited: true });
    const expired = later(new Date(), -days(1));
    await db().invitation.updateMany({ where: { email: other }, data: { expiresAt: expired } });
    expect((await ask(other)).kind).toBe("sign_up_refused");
  });
});

describe("where addresses of some domains can sign up", () => {
  it("those can, and others that end or begin alike cannot", async () => {
    await expectRefusal(setOnDesk({ signUp: "domains", signUpDomains: [] }), "invalid");
    await setOnDesk({ signUp: "domains", signUpDomains: ["acme.test"], signUpInvited: false });
    const email = anyone("acme.test");
    expect(await signUp(email)).toBe(email);
    for (const domain of ["people.test", "notacme.test", "sub.acme.test", "acme.test.people.test"])
      expect((await ask(anyone(domain))).kind, domain).toBe("sign_up_refused");
  });

  it("who asked before it was closed is told once their address is proven", async () => {
    await setOnDesk({ signUp: "open" });
    const email = anyone();
    const { proof, code } = await ask(email);
    await setOnDesk({ signUp: "domains" });
    await expectRefusal(
      run(operator, act => confirmByCode(act, proof, "000000" === code ? "000001" : "000000")),
      "invalid",
    );
    await expectRefusal(
      run(operator, act => confirmByCode(act, proof, code)),
      "forbidden",
    );
    expect(await db().person.findUnique({ where: { email } })).toBeNull();
  });
});

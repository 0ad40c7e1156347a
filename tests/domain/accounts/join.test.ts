import { beforeAll, describe, expect, it } from "vitest";
import {
  accountInvitationDays,
  countAccountInvitations,
  inviteToDesk,
  sendAccountInvitationAgain,
  withdrawAccountInvitation,
} from "@/lib/accounts/account-invitations";
import { ensureCustomer } from "@/lib/accounts/customers";
import { join, prepareJoining, readAccountOffer } from "@/lib/accounts/join";
import { changeRole } from "@/lib/accounts/role";
import { actorOfSession, authenticate } from "@/lib/accounts/sessions";
import { suspend } from "@/lib/accounts/suspension";
import { operator, type PersonActor, type Role, system } from "@/lib/actor";
import { days, later, now } from "@/lib/clock";
import { digest } from "@/lib/crypto";
import { db } from "@/lib/db";
import { readDoings } from "@/lib/people/history";
import { listInvited } from "@/lib/people/invited";
import { aCustomer, anAddress, anAdmin, anAgent, run, sessionOf } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

const password = "Harbour-lamp 27 quietly!";
const frontDoor = system("front_door");
let admin: PersonActor;

setSettings({ DESK_TIME_ZONE: "Asia/Tokyo" });

beforeAll(async () => {
  admin = await anAdmin({ name: "Priya Nair" });
});

const invite = (emails: string[], role: Role = "agent", at?: Date, by = admin) =>
  run(by, act => inviteToDesk(act, { emails, role, language: "en-IE" }), at);
const tokenTo = async (email: string) =>
  /\/join\/([\w-]{43})/.exec((await lastMailTo(email, "account_invitation")).text)?.[1] ?? "";
const waitingId = async (email: string) =>
  (await db().accountInvitation.findFirstOrThrow({ where: { email }, select: { id: true } })).id;

async function invited(role: Role = "agent", email = anAddress()) {
  await invite([email], role);
  return { email, token: await tokenTo(email), id: await waitingId(email) };
}

async function accept(token: string, name = "Jo Lee", formerSessionId: string | null = null) {
  const choice = await prepareJoining(token, { name, password });
  return run(frontDoor, act => join(act, token, choice, { timeZone: "Europe/Berlin", formerSessionId }));
}

describe("an invitation to the desk", () => {
  it.each(["customer", "agent", "admin"] as const)(
    "makes an account of a %s, once, in its language",
    async role => {
      const { email, token } = await invited(role);
      const mail = await lastMailTo(email, "account_invitation");
      expect(mail.text).toContain("Priya Nair invites you");
      expect(await readAccountOffer(token)).toEqual({ email, role, hasAccount: false });
      const { sessionId } = await accept(token);
      expect(await actorOfSession(sessionId)).toMatchObject({
        ...{ email, role, name: "Jo Lee", language: "en-IE", timeZone: "Europe/Berlin" },
      });
      expect(await authenticate({ email, password })).toHaveProperty("personId");
      expect(await readAccountOffer(token)).toBeNull();
      await expectRefusal(accept(token), "invalid", /no longer valid/);
    },
  );

  it("tells the time by the desk's clocks, which are those of whoever's browser says none", async () => {
    const { email, token } = await invited();
    expect((await lastMailTo(email, "account_invitation")).text).toContain("GMT+9");
    const choice = await prepareJoining(token, { name: "Jo Lee", password });
    const { sessionId } = await run(frontDoor, act => join(act, token, choice));
    expect(await actorOfSession(sessionId)).toMatchObject({ timeZone: "Asia/Tokyo" });
  });

  it("is kept as a hash, and its link stands in the mail alone", async () => {
    const { email, token, id } = await invited();
    const row = await db().accountInvitation.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(digest(token));
    const events = await db().event.findMany({
      where: { type: "account_invitation_sent", actorId: admin.id },
    });
    expect(JSON.stringify([row, events.map(({ data }) => data)])).not.toContain(token);
    const [sent] = await db().delivery.findMany({ where: { to: email } });
    expect(sent).toMatchObject({ kind: "account_invitation", isSecret: true });
  });

  it("is accepted once by two who do so at the same moment", async () => {
    const { email, token } = await invited();
    const outcomes = await Promise.allSettled([accept(token), accept(token, "Kim Ode")]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().person.count({ where: { email } })).toBe(1);
  });

  it("ends after some days, by being withdrawn, and by being sent again", async () => {
    const { token, email, id } = await invited();
    expect(await readAccountOffer(token, later(now(), days(accountInvitationDays) + 1_000))).toBeNull();
    await run(admin, act => sendAccountInvitationAgain(act, id));
    expect(await readAccountOffer(token)).toBeNull();
    const fresh = await tokenTo(email);
    expect(await readAccountOffer(fresh)).toMatchObject({ email });
    await run(admin, act => withdrawAccountInvitation(act, id));
    expect(await readAccountOffer(fresh)).toBeNull();
    await expectRefusal(accept(fresh), "invalid");
    for (const again of [sendAccountInvitationAgain, withdrawAccountInvitation])
      await expectRefusal(
        run(admin, act => again(act, id)),
        "conflict",
      );
    // The address is free again.
    await invite([email]);
  });

  it.each(["customer", "agent", "admin"] as const)(
    "with the role %s lasts no longer than its sender is an admin who can log in, unless another sends it again",
    async role => {
      const email = anAddress();
      const sender = await anAdmin();
      await invite([email], role, undefined, sender);
      const [token, id] = [await tokenTo(email), await waitingId(email)];
      const choice = await prepareJoining(token, { name: "Jo Lee", password });
      const late = () => run(frontDoor, act => join(act, token, choice));
      await run(admin, act => changeRole(act, { person: sender.id, from: "admin", to: "agent" }));
      expect(await readAccountOffer(token)).toBeNull();
      await expectRefusal(late(), "invalid", /no longer valid/);
      await run(admin, act => changeRole(act, { person: sender.id, from: "agent", to: "admin" }));
      await run(admin, act => suspend(act, sender.id));
      await expectRefusal(late(), "invalid", /no longer valid/);
      await run(admin, act => sendAccountInvitationAgain(act, id));
      await accept(await tokenTo(email));
      expect(await db().person.count({ where: { email, role } })).toBe(1);
    },
  );

  it("that waits is not sent to the same address twice, and one that has expired is", async () => {
    const email = anAddress();
    const longAgo = later(now(), -days(accountInvitationDays + 1));
    await invite([email], "customer", longAgo);
    await invite([email], "agent");
    expect(await db().accountInvitation.count({ where: { email } })).toBe(1);
    const refusal = await expectRefusal(invite([email, anAddress()]), "invalid");
    expect(refusal.fields?.emails?.join()).toContain(`${email} is invited already`);
  });

  it("tells an admin of addresses that have an account, and leaves those as they are", async () => {
    const customer = await aCustomer();
    const other = anAddress();
    const refusal = await expectRefusal(invite([other, customer.email]), "invalid");
    expect(refusal.fields?.emails?.join()).toContain(`${customer.email} has an account here already`);
    expect(await db().accountInvitation.count({ where: { email: other } })).toBe(0);
  });

  it("tells whoever opens it that they have an account by now, and changes nothing about it", async () => {
    const { email, token } = await invited("admin");
    const person = await aCustomer({ email, password });
    expect(await readAccountOffer(token)).toMatchObject({ hasAccount: true });
    const { rows } = await listInvited(admin, now(), email.slice(0, -1));
    expect(rows.find(row => row.email === email)).toMatchObject({ hasAccount: true, hasExpired: false });
    await expectRefusal(accept(token), "conflict", /already have an account/);
    expect(
      await db().person.findUniqueOrThrow({ where: { email }, select: { role: true, name: true } }),
    ).toEqual({
      role: "customer",
      name: person.name,
    });
  });

  it("gives somebody whom an agent entered their account, with all that was raised for them", async () => {
    const email = anAddress();
    const id = await run(await anAgent(), act => ensureCustomer(act, { email, name: "Entered" }));
    const { token } = await invited("customer", email);
    const { sessionId } = await accept(token);
    expect(await actorOfSession(sessionId)).toMatchObject({ id, name: "Jo Lee" });
  });

  it("ends the session that the browser had, whosever it was", async () => {
    const other = await sessionOf(await aCustomer());
    const { token } = await invited();
    await accept(token, "Jo Lee", other);
    expect(await actorOfSession(other)).toBeNull();
  });

  it("takes neither a weak password nor a customer's name that could be the desk's", async () => {
    const { token } = await invited("customer");
    await expectRefusal(prepareJoining(token, { name: "Jo Lee", password: "password" }), "invalid");
    await expectRefusal(accept(token, "Lodge Support"), "invalid");
    expect(await readAccountOffer(token)).not.toBeNull();
  });

  it("stands among those who wait until it is accepted, and then in the history of both", async () => {
    const { email, token } = await invited();
    const isWaiting = async () =>
      (await listInvited(admin, now(), email.slice(0, -1))).rows.some(row => row.email === email);
    expect(await isWaiting()).toBe(true);
    const { sessionId } = await accept(token);
    expect(await isWaiting()).toBe(false);
    const joined = await actorOfSession(sessionId);
    const told = async (id = "") => JSON.stringify((await readDoings(admin, id)).doings);
    expect(await told(joined?.id)).toContain("account_invitation_accepted");
    expect(await told(admin.id)).toContain("account_invitation_sent");
  });

  it("is sent, sent again, withdrawn and listed by admins alone, and not without end", async () => {
    const { id } = await invited();
    for (const by of [await anAgent(), await aCustomer()]) {
      for (const command of [
        () => invite([anAddress()], "customer", undefined, by),
        () => run(by, act => sendAccountInvitationAgain(act, id)),
        () => run(by, act => withdrawAccountInvitation(act, id)),
        () => listInvited(by, now()),
      ])
        await expectRefusal(command(), "not_found");
    }
    await expectRefusal(
      run(operator, act => inviteToDesk(act, { emails: [anAddress()], role: "agent", language: "de" })),
      "forbidden",
    );
    const busy = await anAdmin();
    await countAccountInvitations(busy, 1_000);
    await expectRefusal(countAccountInvitations(busy, 1), "too_many");
  });
});

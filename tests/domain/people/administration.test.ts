import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bringColleagueBack, readAbsence, sendColleagueAway } from "@/lib/accounts/away";
import { ensureCustomer } from "@/lib/accounts/customers";
import { changeRole } from "@/lib/accounts/role";
import { actorOfSession } from "@/lib/accounts/sessions";
import { logOutEverywhere, restore, suspend } from "@/lib/accounts/suspension";
import { isAgent, type PersonActor, type Role } from "@/lib/actor";
import { days, later, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { assignRequest } from "@/lib/desk/assignment";
import { readDoings } from "@/lib/people/history";
import { commentOnRequest } from "@/lib/requests/comments";
import { kindsTo } from "../../support/choices";
import { makeTestDatabase } from "../../support/databases";
import {
  aCustomer,
  actorOf,
  anAddress,
  anAdmin,
  anAgent,
  aRequest,
  run,
  sessionOf,
} from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

// Who the last admin is, is what is tested, so no other test may make one.
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("administration") }));
beforeEach(async () => {
  await db().person.updateMany({ where: { role: "admin" }, data: { role: "customer" } });
  admin = await anAdmin();
});

const change = (
  by: PersonActor,
  person: PersonActor,
  to: Role,
  more: { from?: Role; confirmation?: string } = {},
) => run(by, act => changeRole(act, { person: person.id, from: person.role, to, ...more }));
const roleOf = async ({ email }: PersonActor) => (await actorOf(email)).role;
const admins = () => db().person.count({ where: { role: "admin", suspendedAt: null } });
const doings = async (person: PersonActor) =>
  (await readDoings(admin, person.id)).doings.map(({ said, actor }) => [JSON.stringify(said), actor?.id]);

describe("a role", () => {
  it("changes at once for the sessions that are open, and the page of the person says so", async () => {
    const person = await aCustomer();
    const session = await sessionOf(person);
    await change(admin, person, "agent");
    const now = await actorOfSession(session);
    expect(now && isAgent(now)).toBe(true);
    await change(admin, await actorOf(person.email), "customer");
    expect(await actorOfSession(session)).toMatchObject({ role: "customer" });
    const [latest, before] = await doings(person);
    expect(latest).toEqual([
      expect.stringMatching(/person_role_changed.*role\.agent.*role\.customer/),
      admin.id,
    ]);
    expect(before?.[0]).toMatch(/role\.customer.*role\.agent/);
  });

  it("is not changed from what it no longer is, and two admins hear of their conflict", async () => {
    const person = await aCustomer();
    await change(admin, person, "agent");
    await expectRefusal(change(admin, person, "admin"), "conflict", /role is “Agent” now/);
    expect(await roleOf(person)).toBe("agent");
    // Who wished the same has it.
    await change(admin, person, "agent");
  });

  it("of somebody without an account waits until they have one", async () => {
    const email = anAddress();
    const id = await run(await anAgent(), act => ensureCustomer(act, { email, name: "Jo Lee" }));
    const refusal = await expectRefusal(
      run(admin, act => changeRole(act, { person: id, from: "customer", to: "agent" })),
      "conflict",
    );
    expect(refusal.fields?.to).toBeDefined();
  });

  it("of an agent who becomes a customer takes with it what they heard of as its assignee", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer()];
    const reference = await aRequest({ by: customer });
    await run(agent, act => assignRequest(act, { reference, from: null, to: agent.id }));
    await change(admin, agent, "customer");
    await run(customer, act => commentOnRequest(act, { reference, body: "Any news?" }));
    expect(await kindsTo(agent, reference)).toEqual([]);
  });
});

describe("the last admin", () => {
  it("neither gives it up nor is suspended", async () => {
    await expectRefusal(
      change(admin, admin, "agent", { confirmation: admin.email }),
      "conflict",
      /is the last admin who can log in/,
    );
    const other = await anAdmin();
    await run(admin, act => suspend(act, other.id));
    await expectRefusal(change(admin, admin, "customer", { confirmation: admin.email }), "conflict");
    expect(await admins()).toBe(1);
  });

  it("gives up what they cannot take back only once they have typed their address", async () => {
    await anAdmin();
    for (const confirmation of [undefined, "", "yes"]) {
      const refusal = await expectRefusal(change(admin, admin, "agent", { confirmation }), "invalid");
      expect(refusal.fields?.confirmation).toBeDefined();
    }
    await expectRefusal(
      run(admin, act => suspend(act, admin.id)),
      "forbidden",
    );
    await change(admin, admin, "agent", { confirmation: ` ${admin.email.toUpperCase()} ` });
    expect(await roleOf(admin)).toBe("agent");
  });

  it.each(["demote", "suspend"] as const)("stays when two %s each other at the same moment", async how => {
    for (let round = 0; round < 5; round++) {
      const other = await anAdmin();
      const goes = (by: PersonActor, person: PersonActor) =>
        how === "demote" ? change(by, person, "customer") : run(by, act => suspend(act, person.id));
      const outcomes = await Promise.allSettled([goes(admin, other), goes(other, admin)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(await admins()).toBe(1);
      await db().person.updateMany({ where: { id: admin.id }, data: { role: "admin", suspendedAt: null } });
      await db().person.updateMany({ where: { id: other.id }, data: { role: "customer" } });
    }
  });

  it("stays when one gives it up while the other is demoted", async () => {
    const other = await anAdmin();
    await Promise.allSettled([
      change(admin, admin, "customer", { confirmation: admin.email }),
      change(admin, other, "customer"),
    ]);
    expect(await admins()).toBe(1);
  });
});

describe("access", () => {
  it("ends with suspension in every session, comes back with restoring, and both are told on their page", async () => {
    const person = await anAgent();
    const session = await sessionOf(person);
    await run(admin, act => suspend(act, person.id));
    expect(await actorOfSession(session)).toBeNull();
    await run(admin, act => suspend(act, person.id));
    await run(admin, act => restore(act, person.id));
    expect(await actorOfSession(await sessionOf(person))).toMatchObject({ id: person.id });
    const told = (await doings(person)).map(([said]) => said);
    expect(told.slice(0, 2)).toEqual([
      expect.stringContaining("person_restored"),
      expect.stringContaining("person_suspended"),
    ]);
  });

  it("is taken from the browsers of a person, and from an admin's others", async () => {
    const person = await aCustomer();
    const sessions = [await sessionOf(person), await sessionOf(person)];
    await run(admin, act => logOutEverywhere(act, person.id));
    for (const session of sessions) expect(await actorOfSession(session)).toBeNull();
    expect((await doings(person))[0]?.[0]).toMatch(/sessions_ended.*"count":2/);
    const [own, other] = [await sessionOf(admin), await sessionOf(admin)];
    await run(admin, act => logOutEverywhere(act, admin.id, own));
    expect(await actorOfSession(own)).not.toBeNull();
    expect(await actorOfSession(other)).toBeNull();
  });
});

describe("an absence", () => {
  it("is set by an admin, with a stand-in, and ended", async () => {
    const [agent, standIn] = [await anAgent(), await anAgent()];
    const absence = { from: now(), until: later(now(), days(5)), standInId: standIn.id };
    await run(admin, act => sendColleagueAway(act, agent.id, absence));
    expect((await readAbsence(agent)).absence?.standIn?.id).toBe(standIn.id);
    await run(admin, act => bringColleagueBack(act, agent.id));
    expect((await readAbsence(agent)).absence).toBeNull();
    expect((await doings(agent)).slice(0, 2)).toEqual([
      [expect.stringContaining("away_ended"), admin.id],
      [expect.stringContaining("away_chosen"), admin.id],
    ]);
    const wrong = { ...absence, standInId: agent.id };
    await expectRefusal(
      run(admin, act => sendColleagueAway(act, agent.id, wrong)),
      "invalid",
    );
    const customer = await aCustomer();
    await expectRefusal(
      run(admin, act => sendColleagueAway(act, customer.id, absence)),
      "not_found",
    );
  });
});

describe("whoever is no admin", () => {
  it("can do none of this, also if they were one a moment ago", async () => {
    const former = await anAdmin();
    await change(admin, former, "agent");
    const person = await anAgent();
    for (const by of [await anAgent(), await aCustomer(), former])
      for (const command of [
        () => change(by, person, "admin"),
        () => run(by, act => suspend(act, person.id)),
        () => run(by, act => restore(act, person.id)),
        () => run(by, act => logOutEverywhere(act, person.id)),
        () =>
          run(by, act =>
            sendColleagueAway(act, person.id, { from: now(), until: later(now(), days(1)), standInId: null }),
          ),
        () => run(by, act => bringColleagueBack(act, person.id)),
        () => readDoings({ ...by, role: "agent" }, person.id),
      ])
        await expectRefusal(command(), "not_found");
    expect(await roleOf(person)).toBe("agent");
  });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPerson, preparePerson, restorePerson, suspendPerson } from "@/lib/accounts/operator";
import { authenticate } from "@/lib/accounts/sessions";
import { operator, type PersonActor, system } from "@/lib/actor";
import { later, minutes, now } from "@/lib/clock";
import { digest } from "@/lib/crypto";
import { db } from "@/lib/db";
import { wayIn } from "@/lib/entry/way-in";
import { perProcess } from "@/lib/process/per-process";
import { becomeFirstAdmin, prepareFirstAdmin } from "@/lib/set-up/first-admin";
import { makeSetUpLink, readSetUpLink } from "@/lib/set-up/link";
import { goOn, setUpSteps } from "@/lib/set-up/steps";
import { isFresh, refreshSettings, settingsAtHand } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAddress, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { aSetUpToken, become, forgetSetUp } from "../../support/set-up";
import { setSettings } from "../../support/settings";
import { statementsOf } from "../../support/statements";

beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("set_up") }));
beforeEach(forgetSetUp);

const stageNow = async () => (await refreshSettings()).setUp;
const typed = { name: "Jo Lee", email: anAddress(), password: "Harbour-lamp 27 quietly!" };
const frontDoor = system("front_door");

describe("a link for set-up", () => {
  it("makes whoever uses it the first admin, who can log in with the password and goes on with the desk", async () => {
    expect(await isFresh()).toBe(true);
    const email = anAddress("first");
    const admin = await become(await aSetUpToken(), { email });
    expect(admin).toMatchObject({ role: "admin", email, name: "Jo Lee", timeZone: "Europe/Lisbon" });
    expect(await authenticate({ email, password: typed.password })).toHaveProperty("personId");
    expect([await isFresh(), await stageNow()]).toEqual([false, "desk"]);
  });

  it("is kept as a hash, and stands in no event", async () => {
    const token = await aSetUpToken();
    const links = await db().setUpLink.findMany();
    expect(links.map(({ tokenHash }) => tokenHash)).toEqual([digest(token)]);
    const events = await db().event.findMany({ where: { type: "set_up_link_made" } });
    expect(JSON.stringify([links, events.map(({ data }) => data)])).not.toContain(token);
  });

  it("is refused when it was made up, is an hour old, or has been followed by a newer one", async () => {
    const first = await aSetUpToken();
    const [soon, late] = [later(now(), minutes(59)), later(now(), minutes(61))];
    expect([await readSetUpLink(first, soon), await readSetUpLink(first, late)]).toEqual(["open", "gone"]);
    await expectRefusal(become(first, { at: late }), "invalid", /works for an hour/);
    await aSetUpToken();
    for (const wrong of [first, "made-up", ""])
      await expectRefusal(prepareFirstAdmin(wrong, typed), "invalid", /works for an hour/);
    expect(await stageNow()).toBe("fresh");
  });

  it("that grew old while a form was filled in makes nobody an admin", async () => {
    const token = await aSetUpToken();
    const admin = await prepareFirstAdmin(token, typed);
    const act = run(frontDoor, act => becomeFirstAdmin(act, token, admin), later(now(), minutes(61)));
    await expectRefusal(act, "invalid", /works for an hour/);
    expect(await db().person.count({ where: { email: typed.email } })).toBe(0);
  });

  it("makes one of two who use it at once the admin, and tells the other", async () => {
    const token = await aSetUpToken();
    const emails = [anAddress("one"), anAddress("two")];
    const admins = await Promise.all(emails.map(email => prepareFirstAdmin(token, { ...typed, email })));
    const outcomes = await Promise.allSettled(
      admins.map(admin => run(frontDoor, act => becomeFirstAdmin(act, token, admin))),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    await expectRefusal(Promise.reject(lost.reason), "conflict", /Somebody has been faster/);
    expect(await db().person.count({ where: { email: { in: emails } } })).toBe(1);
    await expectRefusal(prepareFirstAdmin(token, typed), "conflict", /Somebody has been faster/);
  });

  it("takes no weak password and no address that has an account, and stays valid", async () => {
    const token = await aSetUpToken();
    await expectRefusal(prepareFirstAdmin(token, { ...typed, password: "password" }), "invalid");
    const { email } = await aCustomer();
    const { fields } = await expectRefusal(become(token, { email }), "conflict");
    expect(Object.keys(fields)).toEqual(["email"]);
    expect(await readSetUpLink(token, now())).toBe("open");
    await become(token);
    expect(await readSetUpLink(token, now())).toBe("taken");
  });

  it("is made by nobody but the operator, and not once there is an admin", async () => {
    for (const who of [await anAgent(), frontDoor]) await expectRefusal(run(who, makeSetUpLink), "forbidden");
    await become(await aSetUpToken());
    await expectRefusal(run(operator, makeSetUpLink), "conflict", /has an admin already/);
  });
});

describe("the steps", () => {
  let admin: PersonActor;
  beforeEach(async () => {
    admin = await become(await aSetUpToken());
  });
  const go = (step: (typeof setUpSteps)[number], who = admin) => run(who, act => goOn(act, step));

  it("follow each other, are not taken back by one that is done again, and end", async () => {
    expect(await go("desk")).toBe("mail");
    expect(await go("desk")).toBe("mail");
    expect(await go("mail")).toBe("catalog");
    expect(await go("desk")).toBe("catalog");
    expect(await go("catalog")).toBe("colleagues");
    expect(await go("colleagues")).toBe("done");
    await expectRefusal(go("colleagues"), "conflict", /has finished set-up meanwhile/);
    const reached = await db().event.findMany({
      where: { type: "set_up_reached", actorId: admin.id },
      orderBy: { id: "asc" },
      select: { data: true },
    });
    expect(reached.map(({ data }) => data)).toEqual(
      [...setUpSteps.slice(1), "done"].map(stage => ({ stage })),
    );
  });

  it("are where an admin goes who logs in before they are done, and nobody who is not one or was on another way", async () => {
    const way = (who: PersonActor | null, wish: unknown = "/") => wayIn(wish, async () => who);
    expect(await way(admin)).toBe("/setup");
    expect(await way(admin, "//elsewhere.test")).toBe("/setup");
    expect(await way(admin, "/admin/people")).toBe("/admin/people");
    for (const who of [await anAgent(), await aCustomer(), null]) expect(await way(who)).toBe("/");
    for (const step of setUpSteps) await go(step);
    await refreshSettings();
    expect(await way(admin)).toBe("/");
  });

  it("are nothing to agents and customers", async () => {
    for (const who of [await anAgent(), await aCustomer()]) await expectRefusal(go("desk", who), "not_found");
    expect(await stageNow()).toBe("desk");
  });

  it("are spared to a desk whose first admin is made at the terminal", async () => {
    await forgetSetUp();
    const prepared = await preparePerson({ email: anAddress(), name: "Kim", role: "agent" });
    await run(operator, act => createPerson(act, prepared));
    expect(await stageNow()).toBe("fresh");
    await anAdmin();
    expect(await stageNow()).toBe("done");
    await expectRefusal(run(operator, makeSetUpLink), "conflict");
  });

  it("are spared to a desk whose admin is restored at the terminal", async () => {
    await forgetSetUp();
    const { email } = await become(await aSetUpToken());
    await anAdmin();
    await run(operator, act => suspendPerson(act, email));
    await forgetSetUp();
    await run(operator, act => restorePerson(act, email));
    expect(await stageNow()).toBe("done");
  });
});

describe("what other parts know of it", () => {
  it("comes with the settings: a desk that is set up costs no statement to ask", async () => {
    await anAdmin();
    await refreshSettings();
    expect(await statementsOf(isFresh)).toEqual([]);
  });

  it("is another version of the settings, so that every server notices", async () => {
    const highest = async () => (await db().setting.aggregate({ _max: { version: true } }))._max.version ?? 0;
    const before = await highest();
    await become(await aSetUpToken());
    expect(await highest()).toBeGreaterThan(before);
  });

  it("is taken for done by a process that cannot know, so that an outage leads nobody to set-up", () => {
    const state = perProcess<{ copy?: unknown }>("settings", () => ({}));
    const { copy } = state;
    state.copy = undefined;
    const guessed = settingsAtHand().setUp;
    state.copy = copy;
    expect(guessed).toBe("done");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { teamNameInput } from "@/lib/teams/input";
import { addTeamMember, removeTeamMember, setLead } from "@/lib/teams/members";
import { listTeams, readTeam } from "@/lib/teams/read";
import { addTeam, archiveTeam, maxTeams, renameTeam, shiftTeam } from "@/lib/teams/teams";
import { addTypeOfTeam, removeTypeOfTeam } from "@/lib/teams/types";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

// The list of teams, and where types go, is the same for all of a desk.
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("teams") }));

const namesOf = async (admin: PersonActor) => (await listTeams(admin)).map(({ name }) => name);
const eventsOf = (type: string) =>
  db().event.findMany({ where: { type }, orderBy: { id: "asc" }, select: { data: true, personId: true } });

describe("a team", () => {
  it("is added behind the others, changes places with its neighbours, and keeps its slug when it is renamed", async () => {
    const admin = await anAdmin();
    const [one, two] = [await aTeam({ name: "Émile & Söhne" }), await aTeam({ name: "Two" })];
    expect(one).toBe("emile-sohne");
    await run(admin, act => shiftTeam(act, { slug: two, to: "earlier" }));
    expect(await namesOf(admin)).toEqual(["Two", "Émile & Söhne"]);
    await run(admin, act => shiftTeam(act, { slug: two, to: "earlier" }));
    await run(admin, act => renameTeam(act, { slug: two, name: "Zwei" }));
    expect(await namesOf(admin)).toEqual(["Zwei", "Émile & Söhne"]);
    expect(await readTeam(admin, two)).toMatchObject({ name: "Zwei", slug: "two", isArchived: false });
    const three = await aTeam({ name: "Three" });
    await run(admin, act => archiveTeam(act, { slug: one, isArchived: true }));
    await run(admin, act => shiftTeam(act, { slug: one, to: "earlier" }));
    await run(admin, act => shiftTeam(act, { slug: three, to: "earlier" }));
    expect(await namesOf(admin)).toEqual(["Three", "Émile & Söhne", "Zwei"]);
    const [{ data } = { data: null }] = await eventsOf("team_shifted");
    expect(data).toEqual({ teamId: expect.any(String), to: "earlier" });
  });

  it("has a name of its own, in whatever case, and never the slug that a filter needs", async () => {
    const admin = await anAdmin();
    await aTeam({ name: "Billing" });
    const other = await aTeam({ name: "Mine" });
    expect(other).toBe("mine-2");
    for (const attempt of [
      () => run(admin, act => addTeam(act, { name: "BILLING" })),
      () => run(admin, act => renameTeam(act, { slug: other, name: "billing" })),
    ])
      await expectRefusal(attempt(), "invalid", /a team with this name/);
    await run(admin, act => renameTeam(act, { slug: other, name: "MINE" }));
    expect(teamNameInput.safeParse(" ").success).toBe(false);
    expect(teamNameInput.safeParse("x".repeat(61)).success).toBe(false);
    expect(teamNameInput.parse("  Night shift ")).toBe("Night shift");
  });

  it("is made once by two who make it at the same time", async () => {
    const admins = [await anAdmin(), await anAdmin()];
    const made = await Promise.allSettled(
      admins.map(admin => run(admin, act => addTeam(act, { name: "Twin" }))),
    );
    expect(made.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("has agents as members, each once, some of them leads", async () => {
    const [admin, agent, gone] = [await anAdmin(), await anAgent(), await anAgent()];
    const slug = await aTeam();
    const membership = { slug, person: agent.id };
    await run(admin, act => addTeamMember(act, membership));
    await run(admin, act => setLead(act, { ...membership, isLead: true }));
    await run(admin, act => setLead(act, { ...membership, isLead: true }));
    expect((await readTeam(admin, slug)).members).toEqual([
      { id: agent.id, name: agent.name, email: agent.email, isLead: true, isActive: true },
    ]);
    expect((await readTeam(admin, slug)).otherAgents.map(({ id }) => id)).not.toContain(agent.id);
    expect(await eventsOf("team_lead_set")).toMatchObject([{ personId: agent.id, data: { isLead: true } }]);
    await expectRefusal(
      run(admin, act => addTeamMember(act, membership)),
      "conflict",
      /in the team already/,
    );
    await run(operator, act => suspendPerson(act, gone.email));
    for (const person of [(await aCustomer()).id, gone.id])
      await expectRefusal(
        run(admin, act => addTeamMember(act, { slug, person })),
        "invalid",
        /active agent/,
      );
    await run(operator, act => suspendPerson(act, agent.email));
    expect((await readTeam(admin, slug)).members).toMatchObject([{ id: agent.id, isActive: false }]);
    await run(admin, act => removeTeamMember(act, membership));
    for (const attempt of [
      () => run(admin, act => removeTeamMember(act, membership)),
      () => run(admin, act => setLead(act, { ...membership, isLead: false })),
    ])
      await expectRefusal(attempt(), "conflict", /no longer in the team/);
  });

  it("takes a request type from another, and gives it up", async () => {
    const admin = await anAdmin();
    const [one, other] = [await aTeam({ types: ["feature-request"] }), await aTeam()];
    await run(admin, act => addTypeOfTeam(act, { slug: other, type: "feature-request" }));
    await run(admin, act => addTypeOfTeam(act, { slug: other, type: "feature-request" }));
    expect((await readTeam(admin, one)).types).toEqual([]);
    expect((await readTeam(admin, other)).types.map(({ slug }) => slug)).toEqual(["feature-request"]);
    expect(await eventsOf("team_of_type_changed")).toHaveLength(2);
    await expectRefusal(
      run(admin, act => removeTypeOfTeam(act, { slug: one, type: "feature-request" })),
      "conflict",
      /another team by now/,
    );
    await run(admin, act => removeTypeOfTeam(act, { slug: other, type: "feature-request" }));
    expect((await readTeam(admin, other)).types).toEqual([]);
    await expectRefusal(
      run(admin, act => addTypeOfTeam(act, { slug: one, type: "nonesuch" })),
      "invalid",
    );
  });

  it("is no matter for agents and customers, and does not exist under another name", async () => {
    const slug = await aTeam();
    const { id: person } = await anAgent();
    for (const stranger of [await anAgent(), await aCustomer()])
      for (const attempt of [
        () => listTeams(stranger),
        () => readTeam(stranger, slug),
        () => run(stranger, act => addTeam(act, { name: "Ours" })),
        () => run(stranger, act => renameTeam(act, { slug, name: "Ours" })),
        () => run(stranger, act => shiftTeam(act, { slug, to: "earlier" })),
        () => run(stranger, act => archiveTeam(act, { slug, isArchived: true })),
        () => run(stranger, act => addTeamMember(act, { slug, person })),
        () => run(stranger, act => removeTeamMember(act, { slug, person })),
        () => run(stranger, act => setLead(act, { slug, person, isLead: true })),
        () => run(stranger, act => addTypeOfTeam(act, { slug, type: "feature-request" })),
        () => run(stranger, act => removeTypeOfTeam(act, { slug, type: "feature-request" })),
      ])
        await expectRefusal(attempt(), "not_found");
    const admin = await anAdmin();
    await expectRefusal(
      run(admin, act => renameTeam(act, { slug: "nonesuch", name: "Ours" })),
      "not_found",
    );
    await expectRefusal(readTeam(admin, "nonesuch"), "not_found");
  });

  it("is one of a number that fits on a page", async () => {
    const admin = await anAdmin();
    await db().$executeRaw`
      insert into teams (id, slug, name, position, "createdAt")
      select gen_random_uuid(), 'crowd-' || place, 'Crowd ' || place, 1000 + place, now() from generate_series(1, ${maxTeams}) as place`;
    await expectRefusal(
      run(admin, act => addTeam(act, { name: "One more" })),
      "invalid",
      /room for 200/,
    );
  });
});

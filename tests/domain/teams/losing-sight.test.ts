import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { actorOfSession } from "@/lib/accounts/sessions";
import { actionNames, runAction } from "@/lib/actions/table";
import { operator, type PersonActor } from "@/lib/actor";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { raiseFor } from "@/lib/desk/on-behalf";
import { readRequestPage } from "@/lib/requests/customer-view";
import { followRequest } from "@/lib/requests/following";
import { addTeamMember, removeTeamMember } from "@/lib/teams/members";
import { sampleInputs, targetOf } from "../../support/actions";
import { anOrder, carryOut, outcomeOf } from "../../support/bulk-runs";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, actorOf, anAdmin, anAgent, aRequest, run, sessionOf } from "../../support/factories";
import { everythingOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ AGENTS_SEE: "teams", DATABASE_URL: await makeTestDatabase("losing_sight") });
  admin = await anAdmin();
});

describe("access ends at once", () => {
  it("with leaving a team, being no lead any more, another assignee, another role, and suspension", async () => {
    const [agent, other] = [await anAgent(), await anAgent()];
    const slug = await aTeam({ members: [agent], leads: [other] });
    const reference = await aRequest();
    await run(admin, act => handOverRequest(act, { reference, from: null, to: slug }));
    const sees = async ({ email }: PersonActor) =>
      (await readDeskPage(await actorOf(email), reference)) !== null;
    expect([await sees(agent), await sees(other)]).toEqual([true, true]);
    await run(admin, act => removeTeamMember(act, { slug, person: agent.id }));
    await db().teamMember.updateMany({ where: { personId: other.id }, data: { isLead: false } });
    expect([await sees(agent), await sees(other)]).toEqual([false, true]);
    await run(admin, act => removeTeamMember(act, { slug, person: other.id }));
    expect(await sees(other)).toBe(false);
    await run(admin, act => assignRequest(act, { reference, from: null, to: agent.id }));
    expect(await sees(agent)).toBe(true);
    await run(admin, act => assignRequest(act, { reference, from: agent.id, to: null }));
    expect(await sees(agent)).toBe(false);
    await run(admin, act => assignRequest(act, { reference, from: null, to: agent.id }));
    await db().person.update({ where: { id: agent.id }, data: { role: "customer" } });
    expect(await readRequestPage(await actorOf(agent.email), reference)).toBeNull();
    const session = await sessionOf(other);
    await run(operator, act => suspendPerson(act, other.email));
    expect(await actorOfSession(session)).toBeNull();
  });
});

describe("handing over", () => {
  it("says first who loses sight of the request, also whoever does it, and asks again for another team", async () => {
    const [one, other] = [await anAgent({ name: "Ann" }), await anAgent({ name: "Bob" })];
    const [from, to, elsewhere] = [
      await aTeam({ members: [one, other] }),
      await aTeam({ members: [other] }),
      await aTeam(),
    ];
    const reference = await aRequest();
    await run(admin, act => handOverRequest(act, { reference, from: null, to: from }));
    const handOver = (target: string | null, losing?: number) =>
      run(one, act => handOverRequest(act, { reference, from, to: target, losing }));
    const { corrections } = await expectRefusal(handOver(to), "conflict", /You will no longer see/);
    const losing = Number(corrections.losing);
    await expectRefusal(handOver(elsewhere, losing), "conflict", /You and Bob will no longer see/);
    await expectRefusal(handOver(null, losing), "conflict", /You and Bob will no longer see/);
    await handOver(to, losing);
    expect([await readDeskPage(one, reference), (await readDeskPage(other, reference))?.reference]).toEqual([
      null,
      reference,
    ]);
  });

  it("asks nothing where everybody who sees it goes on seeing it", async () => {
    const [member, leader, follower] = [await anAgent(), await anAgent(), await anAgent()];
    const from = await aTeam({ members: [follower, member], leads: [leader] });
    const to = await aTeam({ members: [member] });
    const reference = await aRequest();
    await run(admin, act => handOverRequest(act, { reference, from: null, to: from }));
    await run(follower, act => followRequest(act, { reference, follows: true }));
    await run(admin, act => handOverRequest(act, { reference, from, to }));
    for (const agent of [member, leader, follower])
      expect((await readDeskPage(await actorOf(agent.email), reference))?.team?.slug).toBe(to);
  });
});

describe("handing over in bulk", () => {
  it("asks once for all, and names who loses sight of how many", async () => {
    const [ann, bob] = [await anAgent({ name: "Ann" }), await anAgent({ name: "Bob" })];
    const [from, to, late] = [
      await aTeam({ members: [ann, bob] }),
      await aTeam({ members: [bob] }),
      await aTeam(),
    ];
    const references: string[] = [];
    for (const team of [from, from, late]) {
      const reference = await aRequest();
      await run(admin, act => handOverRequest(act, { reference, from: null, to: team }));
      references.push(reference);
    }
    const [one = "", two = "", other = ""] = references;
    await run(admin, act => assignRequest(act, { reference: other, from: null, to: ann.id }));
    const order = (team: string | null, told?: number) =>
      anOrder(ann, "hand_over", references, { team }, { told });
    const told = /agents will no longer see some of the requests: you \(3 requests\)\. /;
    const { corrections } = await expectRefusal(order(to), "conflict", told);
    const mark = Number(corrections.losing);
    await expectRefusal(order(null, mark), "conflict", /you \(2 requests\) and Bob \(2 requests\)\. /);
    const runId = await order(to, mark);
    // Whoever sees one by now was not named.
    const carl = await anAgent({ name: "Carl" });
    await run(admin, act => addTeamMember(act, { slug: late, person: carl.id }));
    await carryOut(runId);
    expect(await Promise.all(references.map(reference => outcomeOf(runId, reference)))).toEqual([
      ...["done", "done", "bulk.changed"],
    ]);
    expect(await readDeskPage(await actorOf(ann.email), one)).toBeNull();
    expect((await readDeskPage(await actorOf(bob.email), two))?.team?.slug).toBe(to);
  });

  it("leads to no team that is archived by now", async () => {
    const reference = await aRequest();
    const order = anOrder(admin, "hand_over", [reference], { team: "nonesuch" });
    expect((await expectRefusal(order, "invalid")).fields).toEqual({ team: ["Choose a team."] });
  });
});

describe("an agent of another team", () => {
  it.each(actionNames)("finds no request to %s", async name => {
    const [outsider, reference] = [await anAgent(), await aRequest()];
    const before = await everythingOf(reference);
    const target = await targetOf(reference);
    await expectRefusal(
      run(outsider, act => runAction(act, name, target, sampleInputs[name])),
      "not_found",
    );
    await expectRefusal(anOrder(outsider, name, [reference], sampleInputs[name], { count: 1 }), "invalid");
    expect(await everythingOf(reference)).toEqual(before);
  });
});

describe("a request that comes in", () => {
  const countOf = ({ id: personId }: PersonActor, request: { id: string }) =>
    db().notice.count({ where: { personId, requestId: request.id } });

  it("is news to those alone who see it: its team, or leads and admins where it has none", async () => {
    const [member, lead, outsider] = [await anAgent(), await anAgent(), await anAgent()];
    await aTeam({ leads: [lead] });
    const ofNobody = await rowOf(await aRequest());
    await aTeam({ members: [member], leads: [lead], types: ["other-manual-request"] });
    const ofTeam = await rowOf(await aRequest());
    expect(await Promise.all([member, lead, outsider, admin].map(who => countOf(who, ofTeam)))).toEqual([
      1, 1, 0, 0,
    ]);
    expect(await Promise.all([member, lead, outsider, admin].map(who => countOf(who, ofNobody)))).toEqual([
      0, 1, 0, 1,
    ]);
  });

  it("leads an agent who raised it for a customer on to it only if they see it", async () => {
    const [outsider, customer] = [await anAgent(), await aCustomer()];
    const form = await readForm("other-manual-request");
    const raise = (by: PersonActor) =>
      run(by, act =>
        raiseFor(act, {
          customer: customer.id,
          formVersionId: form?.formVersionId ?? "",
          submissionKey: randomUUID(),
          summary: "Called about the lift",
          answers: { details: "It stopped between two floors." },
        }),
      );
    expect(await raise(outsider)).toMatchObject({ isSeen: false });
    expect(await raise(admin)).toMatchObject({ isSeen: true });
  });
});

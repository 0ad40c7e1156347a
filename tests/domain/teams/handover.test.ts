import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { readPulse } from "@/lib/entry/live";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { deskList } from "@/lib/search/desk-list";
import { exportRequests } from "@/lib/search/export";
import { listRequests } from "@/lib/search/list";
import { ourList, readView } from "@/lib/search/own-list";
import { listQueue } from "@/lib/search/queue";
import { ourScope } from "@/lib/search/scope";
import { readListQuery } from "@/lib/search/view";
import { archiveTeam } from "@/lib/teams/teams";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, aParticipant, aRequest, moveTo, run } from "../../support/factories";
import { linesOf } from "../../support/history";
import { anOrganisation } from "../../support/organisations";
import { eventsOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { aTeam } from "../../support/teams";

// Where types go is the same for all of a desk.
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("handover") }));

const teamOf = async (reference: string) => {
  const { teamId } = await rowOf(reference);
  return teamId && (await db().team.findUnique({ where: { id: teamId } }))?.slug;
};
const handOver = (by: PersonActor, reference: string, from: string | null, to: string | null) =>
  run(by, act => handOverRequest(act, { reference, from, to }));
const queueOf = async (agent: PersonActor, query: string) =>
  (await listQueue(agent, readListQuery(deskList, query))).rows.map(({ reference }) => reference).toSorted();

describe("a request that is raised", () => {
  it("goes to the team of its type, and to none if there is none or it is archived", async () => {
    const [admin, type] = [await anAdmin(), "feature-request"];
    const slug = await aTeam({ types: [type] });
    const first = await aRequest({ type });
    expect([await teamOf(first), await teamOf(await aRequest())]).toEqual([slug, null]);
    await run(admin, act => archiveTeam(act, { slug, isArchived: true }));
    expect([await teamOf(first), await teamOf(await aRequest({ type }))]).toEqual([slug, null]);
    await run(admin, act => archiveTeam(act, { slug, isArchived: false }));
    expect(await teamOf(await aRequest({ type }))).toBe(slug);
  });
});

describe("handing over", () => {
  it("is told in the agents' history, and keeps the assignee who is in the team it goes to", async () => {
    const [one, other] = [await anAgent(), await anAgent()];
    const [night, day] = [
      await aTeam({ name: "Night shift", members: [one, other] }),
      await aTeam({ name: "Day shift", members: [other] }),
    ];
    const reference = await aRequest();
    await run(one, act => assignRequest(act, { reference, from: null, to: one.id }));
    await handOver(one, reference, null, night);
    expect(await rowOf(reference)).toMatchObject({ assigneeId: one.id });
    await handOver(other, reference, night, day);
    expect(await rowOf(reference)).toMatchObject({ assigneeId: null });
    await run(one, act => assignRequest(act, { reference, from: null, to: one.id }));
    await handOver(one, reference, day, null);
    expect(await rowOf(reference)).toMatchObject({ assigneeId: one.id, teamId: null });
    const lines = linesOf(await readDeskPage(one, reference)).filter(line => /hand|out of/.test(line));
    expect(lines).toEqual([
      "You handed the request over to Night shift",
      `${other.name} handed the request over to Day shift, for anybody there to take`,
      "You took the request out of Day shift",
    ]);
    expect(await readDeskPage(other, reference)).toMatchObject({ team: null });
  });

  it("changes nothing to where it is already, and records nothing", async () => {
    const [agent, slug] = [await anAgent(), await aTeam()];
    const reference = await aRequest();
    await handOver(agent, reference, null, slug);
    await handOver(agent, reference, null, slug);
    const types = (await eventsOf(reference)).map(({ type }) => type);
    expect(types.filter(type => type === "request_handed_over")).toHaveLength(1);
  });

  it("goes to exactly one of two teams at once, and not by an outdated page", async () => {
    const agents = [await anAgent(), await anAgent()];
    const [one, two, three] = [await aTeam(), await aTeam(), await aTeam()];
    const reference = await aRequest();
    const outcomes = await Promise.allSettled(
      [one, two].map((to, place) => handOver(agents[place] as PersonActor, reference, null, to)),
    );
    const losers = outcomes.filter(outcome => outcome.status === "rejected");
    expect(losers).toHaveLength(1);
    await expectRefusal(Promise.reject(losers[0]?.reason), "conflict", /faster/);
    const before = await teamOf(reference);
    const other = await anAgent();
    await expectRefusal(handOver(other, reference, null, three), "conflict");
    await expectRefusal(handOver(other, reference, "nonesuch", three), "conflict");
    expect(await teamOf(reference)).toBe(before);
  });

  it("is no matter for customers, and leads to no team that is archived or not there", async () => {
    const [customer, agent, admin] = [await aCustomer(), await anAgent(), await anAdmin()];
    const reference = await aRequest({ by: customer });
    const slug = await aTeam();
    await expectRefusal(handOver(customer, reference, null, slug), "forbidden", /Only agents/);
    await expectRefusal(handOver(await aCustomer(), reference, null, slug), "not_found");
    await expectRefusal(handOver(agent, "LDG-999999", null, slug), "not_found");
    await run(admin, act => archiveTeam(act, { slug, isArchived: true }));
    for (const to of [slug, "nonesuch"]) {
      const { fields } = await expectRefusal(handOver(agent, reference, null, to), "invalid");
      expect(fields).toEqual({ to: ["Choose a team."] });
    }
    expect((await readDeskPage(agent, reference))?.teams.map(team => team.slug)).not.toContain(slug);
  });

  it("is possible once the request is closed, too", async () => {
    const [agent, slug] = [await anAgent(), await aTeam()];
    const reference = await aRequest();
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    await handOver(agent, reference, null, slug);
    expect(await teamOf(reference)).toBe(slug);
  });
});

describe("the queue of a team", () => {
  it("has its requests, also once it is archived, and those of all my teams", async () => {
    const [agent, admin] = [await anAgent(), await anAdmin()];
    const [one, two, foreign] = [
      await aTeam({ members: [agent] }),
      await aTeam({ members: [agent] }),
      await aTeam(),
    ];
    const references: string[] = [];
    for (const to of [one, two, foreign]) {
      const reference = await aRequest();
      await handOver(agent, reference, null, to);
      references.push(reference);
    }
    const [first = "", second = "", third = ""] = references;
    await moveTo(agent, second, "resolve", { resolution: "done" });
    expect(await queueOf(agent, `team=${one}`)).toEqual([first]);
    expect(await queueOf(agent, "team=mine")).toEqual([first]);
    expect(await queueOf(agent, "team=mine&status=all")).toEqual([first, second].toSorted());
    expect(await queueOf(await anAgent(), "team=mine&status=all")).toEqual([]);
    expect(await queueOf(agent, "team=none&status=all")).not.toContain(third);
    await run(admin, act => archiveTeam(act, { slug: one, isArchived: true }));
    expect(await queueOf(agent, `team=${one}`)).toEqual([first]);
    const { rows } = await listQueue(agent, readListQuery(deskList, `team=${foreign}&sort=team.asc`));
    expect(rows).toMatchObject([{ reference: third, teamName: expect.stringMatching(/^Team /) }]);
  });
});

describe("of teams", () => {
  it("customers, participants and managers of organisations learn nothing", async () => {
    const mark = `zq${randomUUID().replaceAll("-", "")}`;
    const [customer, manager, guest, agent] = [
      await aCustomer(),
      await aCustomer(),
      await aCustomer(),
      await anAgent(),
    ];
    const organisation = await anOrganisation({ members: [customer], managers: [manager] });
    const reference = await aRequest({ by: customer });
    await aParticipant(reference, guest);
    const slug = await aTeam({ name: mark, members: [agent] });
    const ours = { list: ourList(organisation), scope: ourScope(manager, organisation) };
    const all = readView("show=all");
    const stampsOf = async (who: PersonActor) =>
      (await readPulse(who, { request: reference, list: null }))?.stamp;
    const before = await Promise.all([customer, guest, manager].map(stampsOf));
    await handOver(agent, reference, null, slug);
    expect(await Promise.all([customer, guest, manager].map(stampsOf))).toEqual(before);
    await run(agent, act => commentOnRequest(act, { reference, body: "Here you are." }));
    for (const who of [customer, guest, manager]) {
      const listed = who === manager ? ours : undefined;
      let data = "";
      for await (const piece of writeMyData(who, translatorOf("en"))) data += piece;
      const csv = await exportRequests(
        translatorOf("en"),
        who,
        { ...all, columns: [...all.columns, "team"] },
        { of: listed },
      );
      const seen = JSON.stringify([
        await readRequestPage(who, reference),
        await listRequests(who, all, listed),
        await new Response(csv).text(),
        data,
      ]);
      expect(seen).toContain(reference);
      expect(seen).not.toMatch(new RegExp(`${mark}|handed|teamId|teamName":"`));
      expect((await listRequests(who, readView(`q=${mark}&show=all`), listed)).rows).toEqual([]);
    }
    for (const { subject, text, html } of await mailsOf(reference))
      expect(subject + text + html).not.toContain(mark);
    expect(JSON.stringify(await readDeskPage(agent, reference))).toContain(mark);
  });
});

import { describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator } from "@/lib/actor";
import { actOnItem } from "@/lib/bulk-runs/item";
import { reviveRuns, sweepRuns } from "@/lib/bulk-runs/lifecycle";
import { days, later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { workOnRun } from "@/lib/entry/bulk-runs";
import { workOneRound } from "@/lib/entry/jobs";
import { commentOnRequest } from "@/lib/requests/comments";
import { limits } from "@/lib/requests/input";
import { anOrder, carryOut, outcomeOf, outcomesOf } from "../../support/bulk-runs";
import { eventually } from "../../support/eventually";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, requesterOf, run } from "../../support/factories";
import { commentsOf, eventsOf, rowOf } from "../../support/records";
import { aTag } from "../../support/tags";
import { aTeam } from "../../support/teams";

const jobsOf = (runId: string) =>
  db().$queryRaw<
    object[]
  >`select id, last_error, attempts, locked_at, run_at from graphile_worker.jobs where key = ${`bulk_run:${runId}`}`;

describe("a bulk run", () => {
  it("does to each request what its page would do, in the name of the person who ordered it", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const [one, two] = [await aRequest(), await aRequest()];
    const [tag, until] = [await aTag(), later(now(), days(1)).toISOString()];
    const order = async (
      ...[action, input]: [Parameters<typeof anOrder>[1], Parameters<typeof anOrder>[3]?]
    ) => carryOut(await anOrder(agent, action, [one, two], input));
    await order("assign", { to: "me" });
    await order("assign", { to: colleague.id });
    await order("start");
    await order("note", { body: "Both are the same fault." });
    await order("reply", { body: "We have found the fault." });
    await order("ask", { body: "Does it work now?" });
    await order("assign", { to: null });
    await order("prioritise", { priority: "urgent" });
    await order("tag", { tag });
    await order("untag", { tag });
    await order("snooze", { until });
    await order("resolve", { resolution: "done", body: "Fixed." });
    await order("reopen");
    for (const reference of [one, two]) {
      const events = (await eventsOf(reference)).slice(1);
      expect(
        events.map(({ type, data }) => (type === "request_moved" ? (data as { move: string }).move : type)),
      ).toEqual([
        ...["request_assigned", "request_assigned", "start", "note_added", "comment_posted", "ask"],
        ...["request_assigned", "priority_set", "tag_added", "tag_removed", "request_snoozed"],
        ...["resolve", "reopen"],
      ]);
      expect(events.every(({ actorId }) => actorId === agent.id)).toBe(true);
      expect((await commentsOf(reference)).map(({ body }) => body)).toEqual([
        ...["We have found the fault.", "Does it work now?", "Fixed."],
      ]);
      expect(await rowOf(reference)).toMatchObject({
        ...{ status: "waiting_for_support", assigneeId: null, priority: "urgent", snoozedUntil: null },
      });
    }
  });

  it("fills placeholders in for each request, and sends nothing where one has no value", async () => {
    const agent = await anAgent({ name: "Minh Tran" });
    const [ada, initial] = [await aCustomer({ name: "Ada Okafor" }), await aCustomer({ name: "J. Okafor" })];
    const [one, other] = [await aRequest({ by: ada }), await aRequest({ by: initial })];
    const body = "Hello {{customer.first_name}}, {{request.reference}} is done. {{not.ours}} {{agent.name}}";
    const runId = await anOrder(agent, "resolve", [one, other], { resolution: "done", body });
    await carryOut(runId);
    const [comment] = await commentsOf(one);
    expect(comment?.body).toBe(`Hello Ada, ${one} is done. {{not.ours}} Minh Tran`);
    expect(await outcomeOf(runId, other)).toBe("bulk.unfilled");
    expect((await rowOf(other)).status).toBe("waiting_for_support");
  });

  it("sends nothing that is too long with its placeholders filled in, and says so", async () => {
    const agent = await anAgent();
    const reference = await aRequest();
    const body = `{{request.reference}}${"a".repeat(limits.comment - "{{request.reference}}".length)}`;
    const short = await anOrder(agent, "reply", [reference], { body });
    await carryOut(short);
    expect(await outcomeOf(short, reference)).toBe("done");
    const long = await anOrder(agent, "reply", [reference], {
      body: body.replace("request.reference", "request.link"),
    });
    await carryOut(long);
    expect(await outcomeOf(long, reference)).toBe("bulk.filled_too_long");
    expect(await commentsOf(reference)).toHaveLength(1);
  });

  it("leaves alone what others have changed since it was ordered, and says so request by request", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const [answered, moved, free, taken] = [
      ...[await aRequest(), await aRequest()],
      ...[await aRequest(), await aRequest()],
    ] as [string, string, string, string];
    const runId = await anOrder(agent, "resolve", [answered, moved, free], { resolution: "done" });
    const assigning = await anOrder(agent, "assign", [free, taken], { to: "me" });
    await run(await requesterOf(answered), act =>
      commentOnRequest(act, { reference: answered, body: "canary-words" }),
    );
    await moveTo(colleague, moved, "start");
    await run(colleague, act => claimRequest(act, { reference: taken }));
    await carryOut(runId);
    await carryOut(assigning);
    expect(await outcomeOf(runId, answered)).toBe("bulk.changed");
    expect(await outcomeOf(runId, moved)).toBe("bulk.changed");
    expect(await outcomeOf(runId, free)).toBe("done");
    expect(await outcomeOf(assigning, taken)).toBe("assignment.conflict");
    expect((await rowOf(taken)).assigneeId).toBe(colleague.id);
    // A reason keeps nobody's words.
    expect(JSON.stringify(await db().bulkItem.findMany({ where: { runId } }))).not.toContain("canary-words");
  });

  it("hands over to a team what nobody else has handed over since", async () => {
    const [agent, colleague] = [await anAgent(), await anAgent()];
    const [team, other] = [await aTeam(), await aTeam()];
    const [one, two] = [await aRequest(), await aRequest()];
    const runId = await anOrder(agent, "hand_over", [one, two], { team });
    await run(colleague, act => handOverRequest(act, { reference: two, from: null, to: other }));
    await carryOut(runId);
    expect(await outcomeOf(runId, one)).toBe("done");
    expect(await outcomeOf(runId, two)).toBe("bulk.changed");
    const teamOf = async (reference: string) =>
      (await db().team.findFirst({ where: { requests: { some: { id: (await rowOf(reference)).id } } } }))
        ?.slug;
    expect([await teamOf(one), await teamOf(two)]).toEqual([team, other]);
    await carryOut(await anOrder(agent, "hand_over", [one, two], { team: null }));
    expect([await teamOf(one), await teamOf(two)]).toEqual([undefined, undefined]);
  });

  it("is refused for what is left once its person is no agent any more, or suspended", async () => {
    const demoted = await anAgent();
    const [done, left] = [await aRequest(), await aRequest({ by: demoted })];
    const runId = await anOrder(demoted, "note", [done, left], { body: "Between us." });
    await run(operator, act => actOnItem(act, { runId, place: 0 }, "https://desk.test"));
    await db().person.update({ where: { id: demoted.id }, data: { role: "customer" }, select: { id: true } });
    await carryOut(runId);
    expect(await outcomeOf(runId, done)).toBe("done");
    expect(await outcomeOf(runId, left)).toBe("bulk.no_agent");

    const gone = await anAgent();
    const other = await anOrder(gone, "assign", [left], { to: "me" });
    await run(operator, act => suspendPerson(act, gone.email));
    await carryOut(other);
    expect(await outcomeOf(other, left)).toBe("bulk.no_agent");
  });

  it("does nothing twice, however many workers are at it", async () => {
    const agent = await anAgent();
    const references = await Promise.all(Array.from({ length: 6 }, () => aRequest()));
    const runId = await anOrder(agent, "reply", references, { body: "Once only." });
    await Promise.all(Array.from({ length: 3 }, () => workOnRun({ runId })));
    await carryOut(runId);
    await workOnRun({ runId });
    for (const reference of references) expect(await commentsOf(reference)).toHaveLength(1);
    expect(new Set(Object.values(await outcomesOf(runId)))).toEqual(new Set(["done"]));
  });

  it("is taken up again where a worker was lost, also by the rounds of a scheduler", async () => {
    const agent = await anAgent();
    const reference = await aRequest();
    const runId = await anOrder(agent, "note", [reference], { body: "Still to do." });
    await db().$executeRaw`select graphile_worker.remove_job(${`bulk_run:${runId}`})`;
    await reviveRuns(now());
    expect(await jobsOf(runId)).toHaveLength(0);
    await db().bulkRun.update({
      where: { id: runId },
      data: { workedAt: later(now(), -minutes(2)) },
      select: { id: true },
    });
    await workOneRound();
    expect(await outcomeOf(runId, reference)).toBe("done");
    // Another worker of this database may have taken the job, and still be about to end it.
    await eventually(async () => expect(await jobsOf(runId)).toHaveLength(0));
  });

  it("is of no interest to customers: nothing of it is told but what it does to their request", async () => {
    const agent = await anAgent();
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    await carryOut(await anOrder(agent, "note", [reference], { body: "canary-note" }));
    expect(await db().notice.count({ where: { personId: customer.id } })).toBe(0);
    const mails = await db().delivery.findMany({ where: { to: customer.email }, select: { kind: true } });
    expect(mails).toEqual([{ kind: "request_received" }]);
  });

  it("goes on past a request that fails, and says the number of the failure", async () => {
    const agent = await anAgent();
    const [broken, fine] = [await aRequest(), await aRequest()];
    // What no release would keep.
    const runId = await anOrder(agent, "note", [broken, fine], { nonsense: true });
    await carryOut(runId);
    expect(Object.values(await outcomesOf(runId))).toEqual(["desk.failed", "desk.failed"]);
  });

  it("is forgotten a month after it has ended", async () => {
    const agent = await anAgent();
    const runId = await anOrder(agent, "note", [await aRequestIn("closed")], { body: "Old." });
    await carryOut(runId);
    await sweepRuns(now());
    expect(await db().bulkRun.count({ where: { id: runId } })).toBe(1);
    await db().bulkRun.update({
      where: { id: runId },
      data: { endedAt: later(now(), -days(31)) },
      select: { id: true },
    });
    await sweepRuns(now());
    expect(await db().bulkItem.count({ where: { runId } })).toBe(0);
  });
});

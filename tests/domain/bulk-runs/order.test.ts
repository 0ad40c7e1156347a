import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { previewRun } from "@/lib/bulk-runs/preview";
import { listRuns, readRun } from "@/lib/bulk-runs/read";
import { findSelected } from "@/lib/bulk-runs/selected";
import { startRun } from "@/lib/bulk-runs/start";
import { stopRun } from "@/lib/bulk-runs/stop";
import { days, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { deskList } from "@/lib/search/desk-list";
import { readListQuery } from "@/lib/search/view";
import { findWholeQueue } from "@/lib/search/whole-queue";
import { anOrder, carryOut, outcomesOf } from "../../support/bulk-runs";
import { aCustomer, anAdmin, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const shown = { show: "all", after: 0 } as const;

describe("an order for several requests", () => {
  it("is told beforehand to how many it can be done, and what speaks against the others", async () => {
    const agent = await anAgent();
    const [open, resolved, closed] = [
      await aRequest(),
      await aRequestIn("resolved"),
      await aRequestIn("closed"),
    ];
    const references = [open, resolved, closed, "LDG-999999", "nonsense"];
    const preview = await previewRun(agent, "resolve", { references });
    expect(preview).toMatchObject({ able: 1, tooMuch: null });
    expect(preview.requests.map(({ reference }) => reference)).toEqual([open, resolved, closed]);
    expect(preview.unable.map(({ references, why }) => [references, why.code])).toEqual([
      [[resolved], "move.impossible"],
      [[closed], "move.impossible"],
    ]);
    expect(await previewRun(agent, "reply", { references })).toMatchObject({ able: 2 });
    expect(await previewRun(agent, "note", { references })).toMatchObject({ able: 3, unable: [] });
  });

  it("is for all of a view as it is at that moment, and for no more than a thousand", async () => {
    const agent = await anAgent();
    const references = [await aRequest(), await aRequest(), await aRequest()];
    for (const reference of references) await run(agent, act => claimRequest(act, { reference }));
    const selection = { references: [], query: "assigned=me" };
    const ids = await findSelected(agent, selection);
    expect(ids).toEqual(await Promise.all(references.map(async one => (await rowOf(one)).id)));
    const words = { references: [], query: `q=printer&assigned=me` };
    expect(new Set(await findSelected(agent, words))).toEqual(new Set(ids));
    const view = readListQuery(deskList, "assigned=me");
    const refusal = await expectRefusal(findWholeQueue(agent, view, 2), "invalid", /more than 2 requests/);
    expect(refusal.code).toBe("bulk.too_many");
    expect(await previewRun(agent, "note", selection)).toMatchObject({ able: 3 });
  });

  it("does nothing before its person knows how many requests it is for", async () => {
    const agent = await anAgent();
    const reference = await aRequest();
    const refusal = await expectRefusal(
      anOrder(agent, "assign", [reference], { to: "me" }, { count: 2 }),
      "conflict",
      /There is now 1 request, not 2/,
    );
    expect(refusal.corrections).toEqual({ count: 1 });
    await expectRefusal(
      anOrder(agent, "assign", ["LDG-999999"], { to: "me" }),
      "invalid",
      /No request is selected/,
    );
    expect(await listRuns(agent)).toEqual([]);
  });

  it("to snooze is not taken for a time that has passed, nor for one too far ahead", async () => {
    const [agent, reference] = [await anAgent(), await aRequest()];
    for (const [ahead, code] of [
      [-1, "snooze.past"],
      [400, "snooze.too_far"],
    ] as const) {
      const until = later(new Date(), days(ahead)).toISOString();
      expect((await expectRefusal(anOrder(agent, "snooze", [reference], { until }), "invalid")).code).toBe(
        code,
      );
    }
    expect(await listRuns(agent)).toEqual([]);
  });

  it("makes one run, however often its form is sent", async () => {
    const agent = await anAgent();
    const reference = await aRequest();
    const key = randomUUID();
    const send = () => anOrder(agent, "note", [reference], { body: "Once." }, { key });
    const runId = await send();
    expect(await send()).toBe(runId);
    expect(await listRuns(agent)).toHaveLength(1);
    const other = randomUUID();
    const sendAtOnce = () => anOrder(agent, "note", [reference], { body: "Twice." }, { key: other });
    expect(new Set(await Promise.all([1, 2, 3].map(sendAtOnce))).size).toBe(1);
    expect(await listRuns(agent)).toHaveLength(2);
  });

  it("is no matter for customers", async () => {
    const customer = await aCustomer();
    const references = [await aRequest({ by: customer })];
    await expectRefusal(findSelected(customer, { references }), "not_found");
    await expectRefusal(previewRun(customer, "note", { references }), "not_found");
    await expectRefusal(listRuns(customer), "not_found");
    await expectRefusal(
      run(customer, async act => {
        const ids = [(await rowOf(references[0] ?? "")).id];
        return startRun(act, { key: randomUUID(), action: "note", input: {}, ids, count: 1, seen: 0n });
      }),
      "not_found",
    );
  });

  it("is read and stopped by its person and by admins, and exists for nobody else", async () => {
    const [agent, colleague, admin] = [await anAgent(), await anAgent(), await anAdmin()];
    const references = [await aRequest(), await aRequest()];
    const id = await anOrder(agent, "note", references, { body: "Between us." });
    for (const reader of [agent, admin])
      expect(await readRun(reader, id, shown)).toMatchObject({
        personName: agent.name,
        counts: { waiting: 2, done: 0, refused: 0 },
        input: { body: "Between us." },
      });
    for (const stranger of [colleague, await aCustomer()]) {
      await expectRefusal(readRun(stranger, id, shown), "not_found");
      await expectRefusal(
        run(stranger, act => stopRun(act, { id })),
        "not_found",
      );
    }
    await run(admin, act => stopRun(act, { id }));
    await carryOut(id);
    expect(Object.values(await outcomesOf(id))).toEqual(["bulk.stopped", "bulk.stopped"]);
    expect(await readRun(agent, id, shown)).toMatchObject({ isStopped: true, isEnded: true });
    await run(agent, act => stopRun(act, { id }));
    expect(await db().event.count({ where: { personId: agent.id, type: "bulk_run_stopped" } })).toBe(1);
  });

  it("is read page by page, and by what became of its requests", async () => {
    const agent = await anAgent();
    const references = [await aRequest(), await aRequestIn("closed"), await aRequest()];
    const id = await anOrder(agent, "start", references);
    await carryOut(id);
    const refused = await readRun(agent, id, { show: "refused", after: 0 });
    expect(refused.items.map(({ reference }) => reference)).toEqual([references[1]]);
    const later = await readRun(agent, id, { show: "all", after: 2 });
    expect(later.items.map(({ reference }) => reference)).toEqual([references[2]]);
  });
});

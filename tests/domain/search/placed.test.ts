import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { assignRequest } from "@/lib/desk/assignment";
import { setPriority } from "@/lib/desk/priority";
import { gatherChanges } from "@/lib/entry/list-changes";
import { deskList } from "@/lib/search/desk-list";
import { nameRequests, placeInQueue } from "@/lib/search/placed";
import { listQueue } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aRequest, aRequestIn, moveTo, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const view = (query: string) => readListQuery(deskList, query);
let agent: PersonActor;
let customer: PersonActor;
let references: string[];

beforeAll(async () => {
  agent = await anAgent();
  customer = await aCustomer({ name: "Wanda Placeholder" });
  const wishes = { by: customer, agent };
  references = [
    await aRequest({ ...wishes, at: hoursAgo(3) }),
    await aRequest({ ...wishes, at: hoursAgo(9), type: "feature-request" }),
    await aRequestIn("waiting_for_customer", { ...wishes, at: hoursAgo(5) }),
    await aRequestIn("in_progress", { ...wishes, at: hoursAgo(1) }),
    await aRequestIn("resolved", { ...wishes, at: hoursAgo(2) }),
  ];
  const [first = "", , , fourth = ""] = references;
  await run(agent, act => assignRequest(act, { reference: first, from: null, to: agent.id }));
  await run(agent, act => setPriority(act, { reference: fourth, to: "urgent" }));
});

const place = (query: string, placed = references, told = references) =>
  placeInQueue(agent, view(query), { placed, told });

describe("requests of an open list", () => {
  it("stand where a page of the view has them, are told as there, and are left out where it has none", async () => {
    for (const query of [
      "",
      "assigned=me",
      "assigned=nobody",
      "status=all",
      "status=in_progress",
      "status=done",
      "sort=priority.asc",
      "sort=waiting.desc",
      "sort=summary.desc",
      "sort=assignee.asc",
      "turn=customer",
      "type=feature-request",
      "priority=urgent",
      "not=priority:urgent",
      "status=all&sort=reference.asc",
    ]) {
      const { rows } = await listQueue(agent, view(`${query}&customer=Wanda+Placeholder`));
      const placed = await place(`${query}&customer=Wanda+Placeholder`, references.toReversed());
      expect(placed.order, query).toEqual(rows.map(({ reference }) => reference));
      for (const row of rows) expect(placed.rows).toContainEqual(row);
      expect(placed.rows.map(({ reference }) => reference).toSorted(), query).toEqual(references.toSorted());
    }
  });

  it("are told only as far as asked, and what is no reference or no request is nothing", async () => {
    const [first = "", second = ""] = references;
    const { order, rows } = await place("", [second, "LDG-999999999", "nonsense", ""], [first]);
    expect(order).toEqual([second, first]);
    expect(rows.map(({ reference }) => reference)).toEqual([first]);
    expect(await place("", [], [])).toEqual({ order: [], rows: [] });
  });

  it("leave the order of a view as soon as they no longer fit it", async () => {
    const reference = await aRequest({ by: customer });
    expect((await place("", [reference], [])).order).toEqual([reference]);
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    expect(await place("", [reference], [reference])).toMatchObject({
      order: [],
      rows: [{ reference, status: "resolved" }],
    });
  });

  it("do not exist for customers", async () => {
    await expectRefusal(
      placeInQueue(customer, view(""), { placed: references, told: references }),
      "not_found",
    );
    await expectRefusal(nameRequests(customer, []), "not_found");
  });
});

describe("what an open list is told", () => {
  const about = async (reference = "") => ({ about: "request", id: (await rowOf(reference)).id }) as const;

  it("are the requests that changed, once, and nothing more until there is more", async () => {
    const changes = gatherChanges();
    expect(await changes.take(agent)).toEqual({});
    const [first, second] = references;
    changes.add(await about(first));
    changes.add({ ...(await about(second)), about: "desk" });
    changes.add(await about(first));
    const told = await changes.take(agent);
    expect({ ...told, requests: told.requests?.toSorted() }).toEqual({
      changed: true,
      requests: [first, second].toSorted(),
    });
    expect(await changes.take(agent)).toEqual({});
  });

  it("is only that something changed where no request is named, or too many, and to customers", async () => {
    const changes = gatherChanges();
    changes.add(await about(references[0]));
    changes.add({ about: "anything" });
    expect(await changes.take(agent)).toEqual({ changed: true });
    for (let count = 0; count <= 100; count++) changes.add({ about: "request", id: `a${count}` });
    expect(await changes.take(agent)).toEqual({ changed: true });
    changes.add(await about(references[0]));
    expect(await changes.take(customer)).toEqual({ changed: true });
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import type { Order } from "@/lib/search/columns";
import { listRequests, type RequestRow, walkRequests } from "@/lib/search/list";
import { ownColumns, readView } from "@/lib/search/own-list";
import type { View } from "@/lib/search/view";
import { aCustomer, anAgent, aRequest, aRequestIn } from "../../support/factories";

let customer: PersonActor;
const raised: string[] = [];

beforeAll(async () => {
  customer = await aCustomer();
  const agent = await anAgent();
  // Few different values, so that each order has many ties.
  for (let count = 0; count < 54; count++) {
    const wishes = {
      by: customer,
      summary: ["Ärger", "apfel", "Zebra"][count % 3] ?? "",
      at: new Date(Date.now() - (count % 4) * 60_000),
      agent,
    };
    const status =
      (["waiting_for_support", "waiting_for_customer", "resolved"] as const)[count % 9] ?? "in_progress";
    raised.push(
      count % 5 === 0
        ? await aRequest({ ...wishes, type: "feature-request" })
        : await aRequestIn(status, wishes),
    );
  }
});

const all = (order: Order | null, words = ""): View => ({ ...readView("show=all"), words, order });

async function walk(view: View): Promise<RequestRow[]> {
  const rows: RequestRow[] = [];
  let after = "";
  do {
    const page = await listRequests(customer, { ...view, after });
    rows.push(...page.rows);
    after = page.next ?? "";
  } while (after);
  return rows;
}

async function walkInBatches(view: View, size: number): Promise<string[]> {
  const references: string[] = [];
  for await (const batch of walkRequests(customer, view, size)) {
    expect(batch.length).toBeLessThanOrEqual(size);
    references.push(...batch.map(row => row.reference));
  }
  return references;
}

const orders = fc.record({
  by: fc.constantFrom(...ownColumns, "match" as const),
  direction: fc.constantFrom("asc" as const, "desc" as const),
});

describe("in whatever order", () => {
  it("the pages show each request once, and batches of any size show them in the same order", async () => {
    await fc.assert(
      fc.asyncProperty(
        orders,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom("", "e", "ap"),
        async (order, size, words) => {
          const rows = (await walk(all(order, words))).map(row => row.reference);
          expect(new Set(rows).size).toBe(rows.length);
          if (words === "") expect(rows.toSorted()).toEqual(raised.toSorted());
          expect(await walkInBatches(all(order, words), size)).toEqual(rows);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(ownColumns)("one way is the other one backwards: %s", async by => {
    const up = (await walk(all({ by, direction: "asc" }))).map(row => row.reference);
    const down = (await walk(all({ by, direction: "desc" }))).map(row => row.reference);
    expect(down).toEqual(up.toReversed());
  });
});

describe("the order", () => {
  it("of summaries knows neither capitals nor accents", async () => {
    const summaries = (await walk(all({ by: "summary", direction: "asc" }))).map(row => row.summary);
    expect([...new Set(summaries)]).toEqual(["apfel", "Ärger", "Zebra"]);
  });

  it("of moments is that of time, and of statuses what waits for the reader first", async () => {
    for (const [by, key] of [
      ["raised", "createdAt"],
      ["activity", "lastActivityAt"],
    ] as const) {
      const times = (await walk(all({ by, direction: "asc" }))).map(row => row[key]);
      expect(times).toEqual(times.toSorted());
    }
    const statuses = (await walk(all({ by: "status", direction: "asc" }))).map(row => row.status);
    expect([...new Set(statuses)]).toEqual([
      "waiting_for_customer",
      "waiting_for_support",
      "in_progress",
      "resolved",
    ]);
  });

  it("begins at the top when the place in the address is nonsense, of another order, or somebody else's invention", async () => {
    const view = all({ by: "summary", direction: "asc" });
    const [first] = (await listRequests(customer, view)).rows;
    const { next } = await listRequests(customer, all({ by: "raised", direction: "desc" }));
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const id = "01a20ad9-6e93-73bb-9106-c8f058b8bcd6";
    for (const after of [
      "x",
      next ?? "",
      made(["summary", "asc", null, [["a\0"], id]]),
      made(["summary", "asc", null, [[1], id]]),
      made(["summary", "asc", [["tomorrow"], id], null]),
      made(["summary", "asc", [[], "x"], null]),
      made({}),
    ])
      expect((await listRequests(customer, { ...view, after })).rows[0]?.reference).toBe(first?.reference);
  });
});

describe("the filters", () => {
  it("let through one status, one type, or what waits for the reader", async () => {
    const of = async (query: string) => {
      const rows: RequestRow[] = [];
      for await (const batch of walkRequests(customer, readView(query))) rows.push(...batch);
      return rows;
    };
    const waiting = await of("show=waiting_for_customer");
    expect(new Set(waiting.map(row => row.status))).toEqual(new Set(["waiting_for_customer"]));
    expect(new Set((await of("show=resolved")).map(row => row.status))).toEqual(new Set(["resolved"]));
    expect(await of("show=closed&type=feature-request")).toEqual([]);
    const features = await of("show=all&type=feature-request");
    expect(new Set(features.map(row => row.typeName))).toEqual(new Set(["Feature request"]));
    expect(features.length).toBeGreaterThan(5);
    expect(await of("show=all&type=nonsense")).toEqual([]);
    const open = await of("show=open");
    const closed = await of("show=closed");
    expect(open.length + closed.length).toBe(raised.length);
  });
});

it("goes on behind summaries of letters that take two code units each, and ends", async () => {
  const person = await aCustomer();
  const raisedNow: string[] = [];
  for (const mark of "abcdef")
    raisedNow.push(await aRequest({ by: person, summary: `${"𠀀".repeat(90)}${mark}` }));
  const view = { ...readView("show=all"), order: { by: "summary", direction: "asc" } } as const;
  const found: string[] = [];
  for await (const batch of walkRequests(person, view, 2)) {
    found.push(...batch.map(row => row.reference));
    expect(found.length).toBeLessThanOrEqual(raisedNow.length);
  }
  expect(found.toSorted()).toEqual(raisedNow.toSorted());
});

it("corrects a misspelt search once, and goes on with what was meant", async () => {
  const person = await aCustomer();
  const raisedNow: string[] = [];
  for (let count = 0; count < 5; count++)
    raisedNow.push(await aRequest({ by: person, summary: `Flamingo ${count} lost` }));
  const view = readView("show=all&q=flamnigo");
  const found: string[] = [];
  for await (const batch of walkRequests(person, view, 2)) found.push(...batch.map(row => row.reference));
  expect(found.toSorted()).toEqual(raisedNow.toSorted());
  expect(await listRequests(person, view)).toMatchObject({
    words: "flamingo",
    correction: [{ meant: "flamingo" }],
  });
});

import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { aCustomer, aRequest, aRequestIn, countsOf } from "../../support/factories";

async function readAll(customer: PersonActor, show: string, from = ""): Promise<string[]> {
  const references: string[] = [];
  let after = from;
  do {
    const { rows, next } = await listRequests(customer, { ...readView(`show=${show}`), after });
    references.push(...rows.map(row => row.reference));
    after = next ?? "";
  } while (after);
  return references;
}

describe("the list of one's requests", () => {
  it("shows each once, page by page, newest activity first, even where all happened at one moment", async () => {
    const customer = await aCustomer();
    const at = new Date();
    const raised: string[] = [];
    for (let count = 0; count < 28; count++) raised.push(await aRequest({ by: customer, at }));
    const listed = await readAll(customer, "all");
    expect(listed).toHaveLength(28);
    expect(new Set(listed)).toEqual(new Set(raised));
    expect(await countsOf(customer)).toEqual({ open: 28, waiting: 0 });
  });

  it("keeps open and closed apart, and other people's out", async () => {
    const customer = await aCustomer();
    await aRequest();
    const open = await aRequestIn("waiting_for_customer", { by: customer });
    const resolved = await aRequestIn("resolved", { by: customer });
    const closed = await aRequestIn("closed", { by: customer });
    expect(await readAll(customer, "open")).toEqual([open]);
    expect((await readAll(customer, "closed")).toSorted()).toEqual([resolved, closed].toSorted());
    expect(await countsOf(customer)).toEqual({ open: 1, waiting: 1 });
  });

  it("begins at the top when the place in its address is nonsense", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    for (const nonsense of ["x", "1.2", "-1.01a20ad9-6e93-73bb-9106-c8f058b8bcd6", "NaN.x", ""])
      expect(await readAll(customer, "all", nonsense)).toEqual([reference]);
  });

  it("marks words only where some were searched", async () => {
    const customer = await aCustomer();
    await aRequest({ by: customer, summary: "The printer leaks" });
    const marksIn = async (query: string) =>
      (await listRequests(customer, readView(query))).rows.map(row => "summaryMarked" in row);
    expect(await marksIn("show=all")).toEqual([false]);
    expect(await marksIn("show=all&q=printer")).toEqual([true]);
  });
});

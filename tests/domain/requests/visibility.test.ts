import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type PersonActor, system } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { moveNames, statusNames } from "@/lib/requests/lifecycle";
import { readRequestPage } from "@/lib/requests/page";
import { type Action, can, type Standing, standingColumns, visibleTo } from "@/lib/requests/policy";
import { numberOf } from "@/lib/requests/reference";
import { aCustomer, anAdmin, anAgent, aRequestIn } from "../../support/factories";

const actions: Action[] = ["view", "comment", "note", "assign", ...moveNames.map(move => ({ move }))];

let actors: Actor[];
let requests: (Standing & { id: string })[];

beforeAll(async () => {
  const owners: PersonActor[] = [await aCustomer(), await aCustomer(), await anAgent()];
  actors = [...owners, await aCustomer(), await anAgent(), await anAdmin(), system];
  const references = await Promise.all(
    owners.flatMap(by => statusNames.map(status => aRequestIn(status, { by }))),
  );
  requests = await db().serviceRequest.findMany({
    where: { number: { in: references.map(reference => numberOf(reference) ?? 0) } },
    select: { id: true, ...standingColumns },
  });
});

describe("what one may see", () => {
  it("is the same to the filter of every read and to the question before every action", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, whose) => {
        const actor = actors[which % actors.length] ?? system;
        const request = requests[whose % requests.length];
        if (!request) throw new Error("There are no requests.");
        const found = await db().serviceRequest.count({
          where: { AND: [{ id: request.id }, visibleTo(actor)] },
        });
        const allowed = actions.filter(action => can(actor, action, request, now()));
        expect(found === 1).toBe(allowed.includes("view"));
        if (found === 0) expect(allowed).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("does not exist for a stranger, as little as what was never there", async () => {
    const reference = await aRequestIn("in_progress");
    const stranger = await aCustomer();
    expect(await readRequestPage(stranger, reference)).toBeNull();
    for (const nonsense of [
      "LDG-999999",
      "LDG-0",
      "LDG-",
      "",
      "1",
      "LDG-1e3",
      "XYZ-1001",
      "LDG-1001-2",
      "LDG-99999999999",
    ])
      expect(await readRequestPage(stranger, nonsense)).toBeNull();
  });
});

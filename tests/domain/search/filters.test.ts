import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { assignRequest } from "@/lib/desk/assignment";
import { MemberRole } from "@/lib/generated/enums";
import { statusNames } from "@/lib/requests/lifecycle";
import { numberOf } from "@/lib/requests/reference";
import { type Condition, type FilterFacts, filterOf, filters } from "@/lib/search/filters";
import { aCustomer, anAgent, aParticipant, aRequestIn, run } from "../../support/factories";
import { at } from "../../support/later-on";

let people: PersonActor[];
let population: (FilterFacts & { id: string })[];
let days: string[];

/** In the middle of the population. */
const then = Date.UTC(2026, 2, 31, 12);
const zones = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Europe/Berlin"];

beforeAll(async () => {
  const [ann, bob] = [await aCustomer({ name: "Änne O'Neil" }), await aCustomer({ name: "Bob Straße" })];
  const [one, other] = [await anAgent(), await anAgent()];
  people = [ann, bob, one, other];
  const numbers: number[] = [];
  for (const [place, status] of [...statusNames, ...statusNames, ...statusNames].entries()) {
    const by = place % 3 === 0 ? bob : ann;
    // Moments on both sides of midnight, in whatever zone.
    const at = new Date(Date.UTC(2026, 2, 27 + (place % 5), (place * 7) % 24, 30));
    const reference = await aRequestIn(status, {
      by,
      at,
      agent: one,
      ...(place % 4 === 0 && { type: "feature-request" }),
    });
    numbers.push(numberOf(reference) ?? 0);
    if (place % 5 !== 0)
      await run(other, act =>
        assignRequest(act, { reference, from: null, to: place % 2 ? one.id : other.id }),
      );
    if (place % 3 === 1) await aParticipant(reference, bob);
  }
  const rows = await db().serviceRequest.findMany({
    where: { number: { in: numbers } },
    select: {
      id: true,
      status: true,
      isOpen: true,
      deskSpokeLast: true,
      assigneeId: true,
      createdAt: true,
      lastActivityAt: true,
      resolvedAt: true,
      requester: { select: { name: true, email: true } },
      form: { select: { type: { select: { slug: true } } } },
      members: { where: { personId: bob.id }, select: { role: true } },
    },
  });
  population = rows.map(({ form, members, ...row }) => ({
    ...row,
    typeSlug: form.type.slug,
    role: members[0]?.role ?? null,
  }));
  days = ["2026-03-26", "2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-04-01"];
});

/** Of each field every operator, with values that some requests fit and others do not. */
function conditions(): Condition[] {
  const moments = (["raised", "activity"] as const).flatMap(field =>
    (["from", "until"] as const).flatMap(operator => days.map(value => ({ field, operator, value }))),
  );
  return [
    ...(["open", "done"] as const).map(value => ({
      field: "phase" as const,
      operator: "is" as const,
      value,
    })),
    ...statusNames.map(value => ({ field: "status" as const, operator: "is" as const, value })),
    ...(["desk", "customer"] as const).map(value => ({
      field: "turn" as const,
      operator: "is" as const,
      value,
    })),
    ...["feature-request", "other-manual-request", "none"].map(value => ({
      field: "type" as const,
      operator: "is" as const,
      value,
    })),
    ...Object.values(MemberRole).map(value => ({
      field: "role" as const,
      operator: "is" as const,
      value,
    })),
    ...["me", "nobody", ...people.map(({ id }) => id)].map(value => ({
      field: "assignee" as const,
      operator: "is" as const,
      value,
    })),
    ...["anne", "O'NEIL", "strasse", "people.test", "b", "nobody"].map(value => ({
      field: "requester" as const,
      operator: "has" as const,
      value,
    })),
    ...moments,
    ...(["today", "week", "month"] as const).map(value => ({
      field: "resolved" as const,
      operator: "within" as const,
      value,
    })),
  ];
}

it("every filter lets the same requests through in SQL and as a predicate, for any reader", async () => {
  const all = conditions();
  expect(new Set(all.map(({ field }) => field))).toEqual(new Set(Object.keys(filters)));
  const bob = people[1] as PersonActor;
  const check = fc.asyncProperty(
    fc.nat(),
    fc.nat(),
    fc.constantFrom(...zones),
    async (which, who, timeZone) => {
      const condition = all[which % all.length] as Condition;
      const reader = { id: people[who % people.length]?.id ?? "", timeZone };
      const filter = filterOf(condition);
      const rows = await db().$queryRaw<{ id: string }[]>`
        select r.id from requests r
        left join members w on w."requestId" = r.id and w."personId" = ${bob.id}::uuid
        where r.id = any(${population.map(({ id }) => id)}::uuid[]) and ${filter.toSql(condition, reader)}`;
      const fitting = population.filter(facts => filter.fits(facts, condition, reader));
      expect(rows.map(({ id }) => id).toSorted()).toEqual(fitting.map(({ id }) => id).toSorted());
    },
  );
  await at(then, () => fc.assert(check, { numRuns: 250 }));
});

it("every filter lets some through and keeps others back", () =>
  at(then, async () => {
    const reader = { id: people[2]?.id ?? "", timeZone: "UTC" };
    for (const field of Object.keys(filters)) {
      const counts = conditions()
        .filter(condition => condition.field === field)
        .map(
          condition => population.filter(facts => filterOf(condition).fits(facts, condition, reader)).length,
        );
      expect(
        counts.some(count => count > 0 && count < population.length),
        field,
      ).toBe(true);
    }
  }));

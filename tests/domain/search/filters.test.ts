import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { assignRequest } from "@/lib/desk/assignment";
import { handOverRequest } from "@/lib/desk/handover";
import { linkRequest } from "@/lib/desk/linking";
import { setPriority } from "@/lib/desk/priority";
import { snoozeRequest } from "@/lib/desk/snooze";
import { tagRequest } from "@/lib/desk/tagging";
import { MemberRole, Priority } from "@/lib/generated/enums";
import { followRequest } from "@/lib/requests/following";
import { isOpen, statusNames } from "@/lib/requests/lifecycle";
import { numberOf } from "@/lib/requests/reference";
import { anyOf, type Condition, type FilterFacts, filterOf, filters, negate } from "@/lib/search/filters";
import { aCustomer, anAgent, aParticipant, aRequestIn, run } from "../../support/factories";
import { at } from "../../support/later-on";
import { anOrganisation } from "../../support/organisations";
import { aTag } from "../../support/tags";
import { aTeam } from "../../support/teams";

let people: PersonActor[];
let population: (FilterFacts & { id: string })[];
let days: string[];
let tags: string[];
let teams: string[];
let organisation: string;
let linked: string[];

/** In the middle of the population. */
const then = Date.UTC(2026, 2, 31, 12);
const zones = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Europe/Berlin"];

beforeAll(async () => {
  const [ann, bob] = [await aCustomer({ name: "Änne O'Neil" }), await aCustomer({ name: "Bob Straße" })];
  const [one, other] = [await anAgent(), await anAgent()];
  people = [ann, bob, one, other];
  tags = [await aTag(), await aTag()];
  teams = [await aTeam({ members: [one, other] }), await aTeam({ members: [other] })];
  organisation = await anOrganisation({ members: [bob] });
  const references: string[] = [];
  for (const [place, status] of [...statusNames, ...statusNames, ...statusNames].entries()) {
    const by = place % 3 === 0 ? bob : ann;
    // Moments on both sides of midnight, in whatever zone.
    const at = new Date(Date.UTC(2026, 2, 27 + (place % 5), (place * 7) % 24, 30));
    const reference = await aRequestIn(status, {
      by,
      at,
      agent: one,
      ...(place % 4 === 0 && { type: "feature-request" }),
      ...(place % 6 === 0 && { organisation, isPrivate: place === 0 }),
    });
    references.push(reference);
    if (place % 5 !== 0)
      await run(other, act =>
        assignRequest(act, { reference, from: null, to: place % 2 ? one.id : other.id }),
      );
    for (const [count, slug] of tags.entries())
      if (place % (count + 2) === 0) await run(other, act => tagRequest(act, { reference, tag: slug }));
    if (place % 5 === 1 && isOpen(status))
      await run(other, act => snoozeRequest(act, { reference, until: later(new Date(), minutes(60)) }));
    const priority = Object.values(Priority)[place % 3];
    if (priority) await run(other, act => setPriority(act, { reference, to: priority }));
    const to = teams[place % 3];
    if (to) await run(other, act => handOverRequest(act, { reference, from: null, to }));
    if (place % 3 === 1) await aParticipant(reference, bob);
    if (place % 4 === 1) await run(one, act => followRequest(act, { reference, follows: true }));
  }
  const [first = "", second = "", third = "", fourth = ""] = references;
  linked = [first, second, third, fourth];
  for (const [reference, to, kind] of [
    [second, first, "duplicate"],
    [third, second, "duplicate"],
    [third, fourth, "related"],
  ] as const)
    await run(other, act => linkRequest(act, { reference, other: to, kind }));
  const seenBy = [one.id, other.id];
  const numbers = references.map(reference => numberOf(reference) ?? 0);
  const rows = await db().serviceRequest.findMany({
    where: { number: { in: numbers } },
    select: {
      id: true,
      status: true,
      isOpen: true,
      deskSpokeLast: true,
      priority: true,
      snoozedUntil: true,
      assigneeId: true,
      createdAt: true,
      lastActivityAt: true,
      resolvedAt: true,
      requester: { select: { name: true, email: true } },
      team: { select: { slug: true, members: { select: { personId: true } } } },
      followers: { select: { personId: true } },
      form: { select: { type: { select: { slug: true } } } },
      tags: { select: { tag: { select: { slug: true } } } },
      organisation: { select: { slug: true } },
      members: { where: { personId: bob.id }, select: { role: true } },
      linksFrom: { select: { kind: true, to: { select: { number: true } } } },
      linksTo: { select: { kind: true, from: { select: { number: true } } } },
    },
  });
  population = rows.map(
    ({ form, members, tags, organisation, team, followers, linksFrom, linksTo, ...row }) => ({
      ...row,
      links: [
        ...linksFrom.map(({ kind, to: { number } }) => {
          const side = kind === "duplicate" ? ("duplicate_of" as const) : kind;
          return { number, side, seenBy };
        }),
        ...linksTo.map(({ kind, from: { number } }) => {
          const side = kind === "duplicate" ? ("duplicated_by" as const) : kind;
          return { number, side, seenBy };
        }),
      ],
      tags: tags.map(({ tag }) => tag.slug),
      team: team && { slug: team.slug, memberIds: team.members.map(({ personId }) => personId) },
      followerIds: followers.map(({ personId }) => personId),
      organisationSlug: organisation?.slug ?? null,
      typeSlug: form.type.slug,
      role: members[0]?.role ?? null,
    }),
  );
  days = ["2026-03-26", "2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-04-01"];
});

/** Of each field every operator, with values that some requests fit and others do not. */
function conditions(): Condition[] {
  const all = plainConditions();
  all.push(
    anyOf(all.slice(0, 2)),
    anyOf(all.filter(({ field }) => field === "assignee" || field === "team")),
  );
  return [...all, ...all.map(negate).filter(condition => condition !== null)];
}

function plainConditions(): Condition[] {
  const followed: Condition = { field: "follower", operator: "is", value: "me" };
  const moments = (["raised", "activity"] as const).flatMap(field =>
    (["from", "until"] as const).flatMap(operator => days.map(value => ({ field, operator, value }))),
  );
  return [
    followed,
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
    ...[tags[0], tags[1], tags.join("."), "none-such"].map(value => ({
      field: "tag" as const,
      operator: "any" as const,
      value: value ?? "",
    })),
    ...(["yes", "no"] as const).map(value => ({
      field: "snoozed" as const,
      operator: "is" as const,
      value,
    })),
    ...Object.values(Priority).map(value => ({
      field: "priority" as const,
      operator: "is" as const,
      value,
    })),
    ...["feature-request", "other-manual-request", "none"].map(value => ({
      field: "type" as const,
      operator: "is" as const,
      value,
    })),
    ...[organisation, "none"].map(value => ({
      field: "organisation" as const,
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
    ...["mine", "none", ...teams].map(value => ({
      field: "team" as const,
      operator: "is" as const,
      value,
    })),
    ...[...linked, linked[0]?.replace(/^.*-/, "") ?? "", "LDG-999999999"].map(value => ({
      field: "linked" as const,
      operator: "with" as const,
      value,
    })),
    ...(["linked", "duplicate", "duplicated"] as const).map(value => ({
      field: "link" as const,
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
  expect(new Set(all.map(({ field }) => field))).toEqual(new Set(["any", ...Object.keys(filters), "not"]));
  const bob = people[1] as PersonActor;
  const check = fc.asyncProperty(
    fc.nat(),
    fc.nat(),
    fc.constantFrom(...zones),
    async (which, who, timeZone) => {
      const condition = all[which % all.length] as Condition;
      const reader = { ...(people[who % people.length] as PersonActor), timeZone };
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
    const reader = { ...(people[2] as PersonActor), timeZone: "UTC" };
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

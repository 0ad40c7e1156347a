import { beforeAll, describe, expect, it } from "vitest";
import { captureQueries, planOf, type Query } from "@/bench/capture";
import { fill } from "@/bench/fill";
import { reads, type World } from "@/bench/reads";
import { actorColumns, personOf } from "@/lib/actor";
import { db, Prisma } from "@/lib/db";
import { referenceOf } from "@/lib/requests/reference";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { readDeskSettings } from "@/lib/settings";
import { makeTestDatabase } from "../support/databases";
import { aCustomer, anAdmin, anAgent, aRequestIn, sessionOf } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { setSettings, settingsInUse } from "../support/settings";

// Tables that grow with what the desk is asked; the others hold its catalog.
const growing = [
  "requests",
  "members",
  "comments",
  "notes",
  "passages",
  "vocabulary",
  "events",
  "notices",
  "people",
  "files",
  "customer_notes",
];

type Cost = { pages: number; wholeTables: string[]; count: number };

let world: World;
const small = new Map<string, Cost>();
const large = new Map<string, Cost>();

async function costOf(read: () => Promise<unknown>, isPrepared = false): Promise<Cost> {
  const queries: Query[] = await captureQueries(read);
  const plans = await Promise.all(
    queries.map(query => planOf(settingsInUse().DATABASE_URL, query, isPrepared)),
  );
  return {
    count: queries.length,
    pages: plans.reduce((sum, { pages }) => sum + pages, 0),
    wholeTables: plans.flatMap(({ wholeTables }) => wholeTables).filter(name => growing.includes(name)),
  };
}

async function measure(into: Map<string, Cost>): Promise<void> {
  for (const [name, read] of Object.entries(reads)) into.set(name, await costOf(() => read(world)));
}

beforeAll(async () => {
  // A crowd would push the rows of other tests off their pages, so it gets a database of its own.
  setSettings({ DATABASE_URL: await makeTestDatabase("growth") });
  // A number of one digit is the beginning of too many others.
  await db().$queryRaw`select setval(pg_get_serial_sequence('requests', 'number'), 4710)`;
  const customer = await aCustomer();
  const agent = await anAgent();
  const reference = await aRequestIn("waiting_for_customer", { by: customer, agent });
  const sessionId = await sessionOf(customer);
  const manager = await aCustomer();
  const organisation = await anOrganisation({ managers: [manager], domain: "crowd.test" });
  world = { customer, sessionId, agent, reference, admin: await anAdmin(), manager, organisation };
  const { DATABASE_URL } = settingsInUse();
  await fill(DATABASE_URL, { people: 200, requests: 2_000, commentsEach: 1 });
  await measure(small);
  await fill(DATABASE_URL, { people: 2_000, requests: 20_000, commentsEach: 1 });
  await measure(large);
});

const mostPages: Record<string, number> = {
  // Up to a hundred rows for each tab, which the small desk does not have.
  "the counts of the queue's tabs": 1_200,
  // The newest 64 requests lie close together on the small desk; on any other each has at most a page of each index to itself.
  "an agent's search for a reference": 1_300,
  "an agent's search for what is known of customers": 3_200,
};

describe("a desk ten times as large", () => {
  it.each(Object.keys(reads))("makes nobody wait longer for %s", name => {
    expect(large.get(name)?.wholeTables, "tables read from end to end").toEqual([]);
    // An index may have become a level or two deeper.
    const [before, after] = [small.get(name)?.pages ?? 0, large.get(name)?.pages ?? 0];
    expect(after, `pages read, ${before} before`).toBeLessThanOrEqual(mostPages[name] ?? before * 1.5 + 20);
  });

  it("is asked a handful of questions for each page", () => {
    // A search for a reference looks that up, what mentions it, how far it looked, and the places of the words.
    for (const [name, { count }] of large) expect(count, name).toBeLessThanOrEqual(4);
  });
});

// PostgreSQL may plan a prepared statement without its values, and then knows of nobody how much they have. Statements in
// transactions are not prepared.
describe("a plan made for everybody", () => {
  let some: World;
  let much: World;
  beforeAll(async () => {
    some = await worldWith(100);
    much = await worldWith(3_000);
  });

  async function worldWith(requests: number): Promise<World> {
    const { DATABASE_URL } = settingsInUse();
    await fill(DATABASE_URL, { people: 1, requests, commentsEach: 1 });
    const { requesterId: id } = await db().serviceRequest.findFirstOrThrow({
      where: { requester: { name: "Crowd 1" } },
      orderBy: { number: "desc" },
      select: { requesterId: true },
    });
    const customer = await db().person.findUniqueOrThrow({ where: { id }, select: actorColumns });
    const { number } = await db().serviceRequest.findFirstOrThrow({
      where: { requesterId: id },
      select: { number: true },
    });
    const actor = personOf(customer, await readDeskSettings());
    return {
      ...world,
      customer: actor,
      sessionId: await sessionOf(actor),
      reference: referenceOf(number, await readDeskSettings()),
    };
  }

  it.each(["column", "export+loses", "xylophone", "3000", "colunm"])(
    "searches as fast for %s among thousands of one's own as among a hundred",
    async words => {
      const costFor = ({ customer }: World) => costOf(() => listRequests(customer, readView(`q=${words}`)));
      const [before, after] = [await costFor(some), await costFor(much)];
      expect(after.wholeTables, "tables read from end to end").toEqual([]);
      expect(after.pages, `pages, ${before.pages} with a hundred`).toBeLessThanOrEqual(
        before.pages * 1.5 + 20,
      );
    },
  );

  it("searches as fast for a word that only old requests have", async () => {
    const costFor = async ({ customer }: World) => {
      await db().$executeRaw`
        update requests set summary = summary || ' zeppelin' where id in (
          select id from requests where "requesterId" = ${customer.id}::uuid order by "lastActivityAt", id limit 30)`;
      const search = () => listRequests(customer, readView("show=all&q=zeppelin"));
      expect((await search()).rows).toHaveLength(25);
      return costOf(search);
    };
    const [before, after] = [await costFor(some), await costFor(much)];
    expect(after.pages, `pages, ${before.pages} with a hundred`).toBeLessThanOrEqual(before.pages * 1.5 + 20);
  });

  // Reads all that is one's own, whatever the plan.
  const unbounded = ["requests sorted by summary"];

  const costFor = (name: string, one: World, isPrepared: boolean) =>
    costOf(() => reads[name]?.(one) ?? Promise.reject(), isPrepared);

  async function expectNoMore(name: string, one: World, own: Cost, who: string): Promise<void> {
    const generic = await costFor(name, one, true);
    const whole = generic.wholeTables.filter(table => !own.wholeTables.includes(table));
    expect(whole, `more tables read from end to end for ${name}, for a customer ${who}`).toEqual([]);
    const most = unbounded.includes(name) ? Number.POSITIVE_INFINITY : own.pages * 2.5 + 20;
    expect(
      generic.pages,
      `pages for ${name}, for a customer ${who}, ${own.pages} by their own plan`,
    ).toBeLessThanOrEqual(most);
  }

  it.each(Object.keys(reads))("costs nobody much more than their own plan for %s", async name => {
    for (const [who, one] of Object.entries({ "with one request": world, "with thousands": much }))
      await expectNoMore(name, one, await costFor(name, one, false), who);
  });

  // A sample of a large table has seen some few people, or none of them twice.
  it.each([
    ["two people behind all events", 2],
    ["another person behind each event", -1],
  ])("costs nobody much more where statistics count %s", async (_, count) => {
    const owns = new Map<string, Cost>();
    for (const name of Object.keys(reads)) owns.set(name, await costFor(name, world, false));
    const sample = async (action: string) => {
      for (const column of ["actorId", "personId"])
        await db().$executeRaw(Prisma.raw(`alter table events alter column "${column}" ${action}`));
      await db().$executeRaw`analyze events`;
    };
    await sample(`set (n_distinct = ${count})`);
    try {
      for (const [name, own] of owns) await expectNoMore(name, world, own, "with one request");
    } finally {
      await sample("reset (n_distinct)");
    }
  });
});

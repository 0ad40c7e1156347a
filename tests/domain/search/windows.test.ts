import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { captureQueries, type Query } from "@/bench/capture";
import { fill } from "@/bench/fill";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { deskList } from "@/lib/search/desk-list";
import { listRequests, walkRequests } from "@/lib/search/list";
import { ourList, ownList } from "@/lib/search/own-list";
import { listQueue } from "@/lib/search/queue";
import { deskScope, ourScope, ownScope, type Scope } from "@/lib/search/scope";
import { type List, orderOf, readListQuery } from "@/lib/search/view";
import { maxWalked } from "@/lib/search/walk";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, actorOf, anAgent, aRequest, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { setSettings, settingsInUse } from "../../support/settings";
import { aTeam } from "../../support/teams";

// More requests than one page looks at: all of them one person's, a quarter of them open.
const all = 4_500;

let agent: PersonActor;
let customer: PersonActor;
let manager: PersonActor;
let organisation: string;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("windows") });
  agent = await anAgent();
  const { DATABASE_URL } = settingsInUse();
  await fill(DATABASE_URL, { people: 1, requests: all, commentsEach: 0 });
  const { email } = await db().person.findFirstOrThrow({ where: { email: { endsWith: "@crowd.test" } } });
  customer = await actorOf(email);
  // As on any desk, most have somebody who looks after them.
  const colleague = await anAgent();
  await db().$executeRaw`update requests set "assigneeId" = ${colleague.id}::uuid where number % 10 > 0`;
  await db()
    .$executeRaw`update requests set priority = (array['urgent', 'high', 'normal', 'low'])[1 + number % 4]::"Priority"`;
  await db()
    .$executeRaw`update requests set "snoozedUntil" = now() + interval '1 day' where "isOpen" and number % 40 = 0`;
  await aTeam({ name: "Night shift", members: [agent] });
  await db().$executeRaw`update requests set "teamId" = (select id from teams) where number % 20 = 0`;
  manager = await aCustomer();
  organisation = await anOrganisation({ managers: [manager] });
  await db().$executeRaw`alter table requests disable trigger requests_keep_organisation`;
  await db()
    .$executeRaw`update requests set "organisationId" = (select id from organisations where slug = ${organisation})
    where number % 10 > 0`;
  await db()
    .$executeRaw`update passages p set "organisationId" = r."organisationId" from requests r where r.id = p."requestId"`;
  await db().$executeRaw`
    insert into followers ("requestId", "personId", since)
    select id, case when number % 50 = 0 then ${agent.id}::uuid else ${colleague.id}::uuid end, now() from requests`;
  await db().$executeRaw`
    insert into request_links ("fromId", "toId", kind, "createdAt")
    select a.id, b.id, 'related', now() from requests a join requests b on b.number = a.number + 1`;
  await db().$executeRaw`vacuum analyze requests, followers, request_links`;
});

type Page = { rows: { reference: string }[]; next: string | null; hasStopped: boolean };

/** Every page of a view, and how many of them said that there is more to look through. */
async function readAll(read: (after: string) => Promise<Page>) {
  const references: string[] = [];
  let stops = 0;
  let pages = 0;
  for (let after: string | null = ""; after !== null; pages++) {
    const page: Page = await read(after);
    references.push(...page.rows.map(({ reference }) => reference));
    if (page.hasStopped) stops++;
    after = page.next;
  }
  expect(new Set(references).size).toBe(references.length);
  return { references, stops, pages };
}

const aYearAgo = (years = 1) => new Date(Date.now() - years * 365 * 86_400_000);

const queue = (query: string) =>
  readAll(after => listQueue(agent, { ...readListQuery(deskList, query), after }));
const own = (query: string) =>
  readAll(after => listRequests(customer, { ...readListQuery(ownList, query), after }));

describe("a list that filters", () => {
  it("stops after 2,000 requests, says so, and goes on behind them to the end", async () => {
    // "report 7" and its like: one of a hundred in each window.
    const { references, stops } = await queue("q=%22report+7%22+column&status=all");
    const expected = Array.from({ length: all }, (_, place) => place + 1).filter(place =>
      String(place).startsWith("7"),
    );
    expect(references).toHaveLength(expected.length);
    expect(stops).toBe(1);
    const nothing = await queue("status=all&customer=nobody-of-this-name");
    expect(nothing).toEqual({ references: [], stops: 2, pages: 3 });
    // Too short for an index.
    expect(await queue("q=zq")).toEqual(nothing);
    expect(await own("q=zq")).toEqual(nothing);
  });

  it("knows at once where words are that few have, and that others are nowhere", async () => {
    const nowhere = { references: [], stops: 0, pages: 1 };
    expect(await queue("q=xylophone")).toEqual(nowhere);
    expect(await own("q=column+xylophone")).toEqual(nowhere);
    const middle = await aRequest({ by: customer, at: aYearAgo(), summary: "Ein Dromedar" });
    const newest = await aRequest({ by: customer, summary: "Noch zwei Dromedare" });
    const oldest = await aRequest({ by: customer, at: aYearAgo(2), summary: "Das Dromedarium" });
    const dromedaries = { references: [newest, middle, oldest], stops: 0, pages: 1 };
    expect(await queue("q=dromedar&status=all")).toEqual(dromedaries);
    expect(await own("q=dromedar&sort=activity.desc")).toEqual(dromedaries);
    expect((await own("q=DROMEDAR")).references.toSorted()).toEqual(dromedaries.references.toSorted());
    expect(await own("q=omedari")).toEqual({ references: [oldest], stops: 0, pages: 1 });
  });

  it("never looks at more than that for one page", async () => {
    const [rows] = await captureQueries(() => listQueue(agent, readListQuery(deskList, "q=zq")));
    const walked = (await explain("analyze", rows)).filter(node => node["Index Name"] !== undefined);
    const ofWalk = walked.filter(node => node["Index Name"] === "requests_by_activity");
    // Those that show whether the words are frequent, and one that shows that the list goes on.
    expect(ofWalk.map(node => node["Actual Rows"])).toEqual([64, maxWalked + 1]);
    expect(Math.max(...walked.map(node => node["Actual Loops"]))).toBeLessThanOrEqual(maxWalked);
  });

  it("finds a request far behind at once by its reference, and once", async () => {
    const oldest = await db().serviceRequest.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
    const reference = `LDG-${oldest.number}`;
    const first = await listQueue(agent, readListQuery(deskList, `q=${reference}`));
    expect(first.rows.map(row => row.reference)).toEqual([reference]);
    expect((await queue(`q=${reference}`)).references).toEqual([reference]);
  });

  it("finds a note behind thousands of requests", async () => {
    const reference = await aRequest({ by: customer, at: aYearAgo() });
    await run(agent, act => addNote(act, { reference, body: "Hippocampus" }));
    expect(await queue("q=hippocampus")).toMatchObject({ references: [reference], stops: 0 });
  });
});

describe("a list in an order that has no index", () => {
  it("shows each request once, in order within what is looked at for one page", async () => {
    const readIn = async (batchSize: number) => {
      const summaries: string[][] = [];
      const view = readListQuery(ownList, "show=all&sort=summary.asc");
      for await (const batch of walkRequests(customer, view, batchSize))
        summaries.push(batch.map(({ summary }) => summary));
      return summaries;
    };
    const windows = await readIn(maxWalked);
    expect(windows.map(({ length }) => length)).toEqual([maxWalked, maxWalked, expect.any(Number)]);
    for (const summaries of windows) expect(summaries).toEqual(summaries.toSorted(inWords));
    expect(new Set(windows.flat()).size).toBeGreaterThanOrEqual(all);
    expect((await readIn(700)).flat()).toEqual(windows.flat());
  });
});

const inWords = (one: string, other: string) => (one < other ? -1 : 1);

describe("every walk", () => {
  const ours = () => ({ list: ourList(organisation), scope: ourScope(manager, organisation) });
  const scopes: [string, () => Scope, List, string[]][] = [
    [
      "one's own",
      () => ownScope(customer),
      ownList,
      ["show=open", "show=all", "show=in_progress", "show=all&sort=activity.asc"],
    ],
    [
      "an organisation's",
      () => ours().scope,
      ourList(""),
      ["show=open", "show=all", "show=in_progress", "show=all&sort=activity.asc"],
    ],
    [
      "the desk's",
      () => deskScope(agent),
      deskList,
      [
        "",
        "status=in_progress",
        "assigned=me",
        "assigned=nobody&status=waiting_for_support",
        "team=mine",
        "team=night-shift",
        "follower=me",
        "follower=me&assigned=nobody&status=all",
        "linked=LDG-7",
        "linked=LDG-7&status=all&sort=raised.desc",
        "turn=customer",
        "sort=waiting.desc",
        "sort=priority.asc",
        "snoozed=yes",
        "snoozed=any",
        "sort=priority.desc&turn=desk",
        "priority=normal",
        "priority=urgent&sort=priority.asc",
        "status=done",
        "status=all&sort=activity.asc",
        "status=all&sort=raised.desc",
        "status=all&sort=reference.asc",
        "status=all&organisation=acme",
        "status=done&organisation=acme&sort=activity.asc",
      ],
    ],
  ];

  it.each(scopes)(
    "of %s goes along the index it names, whatever plan is kept for it",
    async (_, scopeOf, list, queries) => {
      const scope = scopeOf();
      for (const query of queries) {
        const view = readListQuery(list, query);
        const walk = scope.walkFor(view.filters, orderOf(list, view));
        const [rows] = await captureQueries(() =>
          list === ownList
            ? listRequests(customer, view)
            : list === deskList
              ? listQueue(agent, view)
              : listRequests(manager, view, ours()),
        );
        for (const option of ["analyze", "generic_plan"] as const) {
          const indexes = (await explain(option, rows)).map(node => node["Index Name"]);
          expect(indexes, `${query} ${option}`).toContain(walk.index);
        }
      }
    },
  );
});

/** The steps of the plan for these values, carried out, or of the one for any. */
async function explain(option: "analyze" | "generic_plan", query: Query | undefined): Promise<Node[]> {
  if (!query) throw new Error("Nothing was asked.");
  const client = new Client({ connectionString: settingsInUse().DATABASE_URL });
  await client.connect();
  try {
    const text = `explain (${option}, format json) ${query.text}`;
    const { rows } = await client.query(option === "analyze" ? { text, values: query.values } : text);
    return nodesOf(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    await client.end();
  }
}

type Node = {
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Node[];
};
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

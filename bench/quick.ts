import { Client } from "pg";
import type { Cluster } from "@/scripts/postgres/cluster";
import { startBareApp } from "./bare";
import { type Build, openBuild, seedWith, start, workingTree } from "./builds";
import { type Cost, costOf, costOfVisits, mean, total } from "./cost";
import { type Memory, measureMemory } from "./memory";
import { parentOf } from "./processes";
import { type Recorded, recordPages } from "./recorded";
import type { Seed } from "./seed";
import type { Running } from "./servers";
import { printTables } from "./table";
import { prepareActions, prepareVisits, type Visitor } from "./visits";

const rounds = 5;
const visitsEach = 40;
/** Between the pages. Until its code is compiled as well as it gets, it takes far more visits than these. */
const bareVisits = 100;
const bareWarmUp = 3_000;
const actionsEach = 30;
const firstPort = 3990;
const bareVisitor: Visitor = { path: "/", cookie: "" };

export type Measured = Build & {
  pages: Record<string, Recorded & { costs: Cost[]; ratios: number[] }>;
  actions: Record<string, Cost[]>;
  memory: Memory;
};
type Subject = Measured &
  Running & { visitors: Record<string, Visitor>; acts: Awaited<ReturnType<typeof prepareActions>> };

/** Limits are off, and email is sent only on request. */
const settings = {
  MAIL_TRANSPORT: "local",
  LOCAL_MAILBOX: "allowed",
  MAIL_PER_SECOND: "1000",
  MAIL_CAP_PER_ADDRESS: "100000",
  MAIL_CAP_PER_REQUEST: "100000",
  LIMIT_RAISED_PER_HOUR: "1000000",
  LIMIT_WRITTEN_PER_HOUR: "1000000",
  LIMIT_SEARCHES_PER_MINUTE: "1000000",
};

/**
 * Prints each page's CPU time in the server and PostgreSQL, also as a multiple of the bare app's: medians of five
 * rounds in which all of them alternate. Two builds start from the same rows, made by the older one.
 */
export async function measureQuickly(cluster: Cluster, against: string | undefined): Promise<void> {
  Object.assign(process.env, settings);
  const builds = [...(against ? [openBuild(against)] : []), workingTree];
  const names = [`bench_${process.pid}`, ...builds.map((_, index) => `bench_${process.pid}_${index}`)];
  const [original = "", ...copies] = names;
  const running: Running[] = [];
  try {
    await cluster.createDatabase(original);
    const seed = seedWith<Seed>(builds[0] ?? workingTree, cluster.url(original));
    const bare = await startBareApp(firstPort - 1);
    running.push(bare);
    const subjects: Subject[] = [];
    for (const [index, build] of builds.entries()) {
      await cluster.createDatabase(copies[index] ?? "", original);
      const subject = await prepare(
        build,
        cluster.url(copies[index] ?? ""),
        firstPort + 2 * index,
        seed,
        running,
      );
      subjects.push(subject);
    }
    const bareCosts = await measure(subjects, bare, await postmasterOf(cluster.url(original)));
    printTables(subjects, bareCosts);
  } finally {
    for (const { stop } of running) await stop();
    for (const name of names) await cluster.dropDatabase(name);
  }
}

async function prepare(
  build: Build,
  databaseUrl: string,
  port: number,
  seed: Seed,
  running: Running[],
): Promise<Subject> {
  say(`Starting ${build.name} …`);
  const server = await start(build, databaseUrl, port);
  running.push(server);
  const visitors = await prepareVisits(server.url, seed);
  const recorded = await recordPages(build, databaseUrl, port + 1, visitors);
  const pages = Object.fromEntries(
    Object.entries(recorded).map(([name, page]) => [name, { ...page, costs: [], ratios: [] }]),
  );
  const memory = await measureMemory(server, Object.values(visitors));
  const acts = await prepareActions(server.url, visitors["the catalog"]?.cookie ?? "");
  const actions = Object.fromEntries(Object.keys(acts).map(name => [name, []]));
  return { ...build, ...server, visitors, acts, pages, actions, memory };
}

/** @returns what a visit of the bare app takes, in each round */
async function measure(subjects: Subject[], bare: Running, postmaster: number): Promise<number[]> {
  say("Warming up …");
  await costOfVisits(bare, postmaster, bareVisitor, bareWarmUp);
  await measureRound(subjects, bare, postmaster);
  for (const { pages, actions } of subjects) {
    for (const page of Object.values(pages)) page.costs.length = 0;
    for (const costs of Object.values(actions)) costs.length = 0;
  }
  const bareCosts: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds} …`);
    const inTurn = round % 2 ? subjects : subjects.toReversed();
    const bareCost = await measureRound(inTurn, bare, postmaster);
    bareCosts.push(bareCost);
    for (const { pages } of subjects)
      for (const { costs, ratios } of Object.values(pages))
        ratios.push(total(costs.at(-1) ?? { server: 0, database: 0 }) / bareCost);
  }
  return bareCosts;
}

async function measureRound(subjects: Subject[], bare: Running, postmaster: number): Promise<number> {
  const bareCosts: number[] = [];
  for (const name of Object.keys(subjects[0]?.pages ?? {})) {
    bareCosts.push((await costOfVisits(bare, postmaster, bareVisitor, bareVisits)).server);
    for (const subject of subjects) {
      const visitor = subject.visitors[name] ?? bareVisitor;
      subject.pages[name]?.costs.push(await costOfVisits(subject, postmaster, visitor, visitsEach));
    }
  }
  for (const name of Object.keys(subjects[0]?.acts ?? {}))
    for (const subject of subjects) {
      const { server, database } = await costOf(subject, postmaster, async () =>
        subject.acts[name]?.(actionsEach),
      );
      subject.actions[name]?.push({ server: server / actionsEach, database: database / actionsEach });
    }
  return mean(bareCosts);
}

/** The parent process of all connections of a cluster. */
async function postmasterOf(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return parentOf(rows[0]?.pid ?? 0);
  } finally {
    await client.end();
  }
}

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

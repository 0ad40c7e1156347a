import { Client } from "pg";
import type { Cluster } from "@/scripts/postgres/cluster";
import { startBareApp } from "./bare";
import { type Build, openBuild, seedWith, workingTree } from "./builds";
import { giveRequests } from "./customers";
import { type Load, measureLoad } from "./load";
import { parentOf } from "./processes";
import { bareVisitor, measureRounds } from "./rounds";
import type { Running } from "./servers";
import { type Figures, type Plan, prepareSubject, type Subject } from "./subjects";

const firstPort = 3990;
const loadSeconds = 3;

export type Results = {
  /** Milliseconds of processor time that a visit of the bare app takes, in each round. */
  bareCosts: number[];
  bareLoad?: Load;
  desks: Figures[];
};

/** Limits are off, and email is sent only on request. */
export const settings = {
  WORKER: "off",
  MAIL_TRANSPORT: "local",
  LOCAL_MAILBOX: "allowed",
  MAIL_PER_SECOND: "1000",
  MAIL_CAP_PER_ADDRESS: "100000",
  MAIL_CAP_PER_REQUEST: "100000",
  LIMIT_RAISED_PER_HOUR: "1000000",
  LIMIT_WRITTEN_PER_HOUR: "1000000",
  LIMIT_SEARCHES_PER_MINUTE: "1000000",
};

/** One build, or two on the same rows, which the older one makes. */
export async function measureBuilds(
  cluster: Cluster,
  requests: number,
  against: string | undefined,
  isFull: boolean,
): Promise<Results> {
  const builds: Build[] = [...(against ? [openBuild(against)] : []), workingTree];
  return withDatabases(cluster, builds.length + 1, async ([original = "", ...copies]) => {
    await cluster.createDatabase(original);
    say(`Filling a desk with ${requests.toLocaleString("en")} requests …`);
    const seed = seedWith(builds[0] ?? workingTree, cluster.url(original), requests);
    const plans: Plan[] = [];
    for (const [index, build] of builds.entries()) {
      await cluster.createDatabase(copies[index] ?? "", original);
      const databaseUrl = cluster.url(copies[index] ?? "");
      plans.push({ name: build.name, build, databaseUrl, seed, requests, hasNode: isFull });
    }
    return measure(plans, isFull);
  });
}

/** The working tree on desks of different sizes, for the same person. */
export function measureGrowth(cluster: Cluster, sizes: number[]): Promise<Results> {
  return withDatabases(cluster, sizes.length, async names => {
    const plans: Plan[] = [];
    for (const [index, requests] of sizes.entries()) {
      const databaseUrl = cluster.url(names[index] ?? "");
      await cluster.createDatabase(names[index] ?? "");
      const name = `${requests.toLocaleString("en")} requests`;
      say(`Filling a desk with ${name} …`);
      const seed = seedWith(workingTree, databaseUrl, requests);
      plans.push({ name, build: workingTree, databaseUrl, seed, requests, hasNode: false });
    }
    return measure(plans, false);
  });
}

/** The working tree for a customer with few requests, and with many. */
export function measureCustomers(cluster: Cluster, requests: number, most: number): Promise<Results> {
  return withDatabases(cluster, 2, async ([few = "", many = ""]) => {
    await cluster.createDatabase(few);
    say(`Filling a desk with ${requests.toLocaleString("en")} requests …`);
    const seed = seedWith(workingTree, cluster.url(few), requests);
    await cluster.createDatabase(many, few);
    await giveRequests(cluster.url(many), seed.customer, most);
    const plans = [few, many].map((database): Plan => {
      const name =
        database === few ? "a customer with few requests" : `one with ${most.toLocaleString("en")} more`;
      return { name, build: workingTree, databaseUrl: cluster.url(database), seed, requests, hasNode: false };
    });
    return measure(plans, false);
  });
}

export async function withDatabases<T>(
  cluster: Cluster,
  count: number,
  work: (names: string[]) => Promise<T>,
): Promise<T> {
  const names = Array.from({ length: count }, (_, index) => `bench_${process.pid}_${index}`);
  try {
    return await work(names);
  } finally {
    for (const name of names) await cluster.dropDatabase(name);
  }
}

async function measure(plans: Plan[], isFull: boolean): Promise<Results> {
  const running: Running[] = [];
  try {
    const bare = await startBareApp(firstPort - 1);
    running.push(bare);
    const subjects: Subject[] = [];
    for (const [index, plan] of plans.entries()) {
      say(`Starting ${plan.name} …`);
      subjects.push(await prepareSubject(plan, firstPort + 2 * index, running));
    }
    const postmaster = await postmasterOf(plans[0]?.databaseUrl ?? "");
    const bareCosts = await measureRounds(subjects, bare, postmaster, say);
    const bareLoad = isFull ? await measureLoads(subjects, bare) : undefined;
    return { bareCosts, bareLoad, desks: subjects };
  } finally {
    for (const { stop } of running) await stop();
  }
}

async function measureLoads(subjects: Subject[], bare: Running): Promise<Load> {
  say("Visiting eight at a time …");
  for (const { server, node, pages, visitors } of subjects)
    for (const [name, page] of Object.entries(pages)) {
      const visitor = visitors[name] ?? bareVisitor;
      page.load = await measureLoad(server, visitor, loadSeconds);
      if (node) page.nodeLoad = await measureLoad(node, visitor, loadSeconds);
    }
  return measureLoad(bare, bareVisitor, loadSeconds);
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

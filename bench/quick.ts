import { Client } from "pg";
import type { Cluster } from "@/scripts/postgres/cluster";
import { type Build, openBuild, type Running, seedWith, start, workingTree } from "./builds";
import { cpuOf, parentOf } from "./cpu";
import type { Seed } from "./seed";
import { prepareVisits } from "./visits";

const rounds = 5;
const visitsEach = 30;
const firstPort = 3990;

type Cost = { server: number; database: number };
type Visits = Awaited<ReturnType<typeof prepareVisits>>;
type Subject = Build & Running & { visits: Visits; costs: Record<string, Cost[]> };

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
 * Prints each page's CPU time in the server and PostgreSQL: the median of five rounds in which the two builds
 * alternate. Both start from the same rows, made by the older one.
 */
export async function measureQuickly(cluster: Cluster, against: string | undefined): Promise<void> {
  Object.assign(process.env, settings);
  const builds = [...(against ? [openBuild(against)] : []), workingTree];
  const names = [`bench_${process.pid}`, ...builds.map((_, index) => `bench_${process.pid}_${index}`)];
  const [original = "", ...copies] = names;
  const subjects: Subject[] = [];
  try {
    await cluster.createDatabase(original);
    const seed = seedWith<Seed>(builds[0] ?? workingTree, cluster.url(original));
    for (const [index, build] of builds.entries()) {
      const url = cluster.url(copies[index] ?? "");
      await cluster.createDatabase(copies[index] ?? "", original);
      const running = await start(build, url, firstPort + index);
      const visits = await prepareVisits(running.url, seed);
      subjects.push({ ...build, ...running, visits, costs: {} });
    }
    await measure(subjects, await postmasterOf(cluster.url(original)));
    print(subjects);
  } finally {
    for (const { stop } of subjects) await stop();
    for (const name of names) await cluster.dropDatabase(name);
  }
}

async function measure(subjects: Subject[], postmaster: number): Promise<void> {
  const names = Object.keys(subjects[0]?.visits ?? {});
  for (let round = 0; round <= rounds; round++) {
    process.stderr.write(round === 0 ? "Warming up …\n" : `Round ${round} of ${rounds} …\n`);
    for (const name of names)
      for (const subject of round % 2 ? subjects : subjects.toReversed()) {
        const cost = await costOf(subject, postmaster, name);
        if (round > 0) subject.costs[name] = [...(subject.costs[name] ?? []), cost];
      }
  }
}

async function costOf({ pid, visits }: Subject, postmaster: number, name: string): Promise<Cost> {
  const before = { server: cpuOf(pid), database: cpuOf(postmaster) };
  await visits[name]?.(visitsEach);
  return {
    server: (cpuOf(pid) - before.server) / visitsEach,
    database: (cpuOf(postmaster) - before.database) / visitsEach,
  };
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

const tenth = (ms: number) => Math.round(ms * 10) / 10;
const median = (values: number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

function print(subjects: Subject[]): void {
  const totals = (subject: Subject, name: string) =>
    median((subject.costs[name] ?? []).map(({ server, database }) => server + database));
  const rows: Record<string, Record<string, number>> = {};
  for (const name of Object.keys(subjects[0]?.costs ?? {})) {
    const row: Record<string, number> = {};
    for (const subject of subjects)
      for (const part of ["server", "database"] as const)
        row[`${subject.name}: ${part}`] = tenth(median((subject.costs[name] ?? []).map(cost => cost[part])));
    const [before, after] = subjects;
    if (before && after) row["×"] = Math.round((totals(after, name) / totals(before, name)) * 100) / 100;
    rows[name] = row;
  }
  console.log("\nMilliseconds of processor time for one visit");
  console.table(rows);
}

import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect } from "vitest";
import { db } from "@/lib/db";
import { examine } from "@/lib/doctor/promises";
import { buildIfChanged } from "@/scripts/build";
import { type Cluster, startCluster } from "@/scripts/postgres/cluster";
import { load } from "@/scripts/prepare";
import { applyMigrations } from "@/scripts/schema/migrate";
import { keep, root } from "@/scripts/settings";
import { markAsSetUp } from "../support/databases";
import { type Desk, freePort, startDesk } from "../support/desk";
import { type FakeResend, type Fault, startFakeResend } from "../support/fake-resend";
import { type Settings, setSettings } from "../support/settings";

/** The whole measure, or a short form for every run of the tests. */
export const isFull = process.env.FAULTS === "full";

let cluster: Cluster;
let port: string;

/** A database of this file's own on a PostgreSQL that really writes to its disk, and the built pages. */
export function prepareWorld(settings: () => Promise<Partial<Settings>>): void {
  const name = `faults_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  beforeAll(async () => {
    await buildIfChanged();
    cluster = await startCluster({ folder: join(keep, "fault-database"), durable: true });
    await cluster.createDatabase(name);
    port = String(await freePort());
    setSettings({ DATABASE_URL: cluster.url(name), ...(await settings()) });
    await applyMigrations(cluster.url(name));
    await load("catalog");
    await markAsSetUp(cluster.url(name));
  });
  afterAll(async () => {
    await db().$disconnect();
    await cluster.dropDatabase(name);
    await cluster.stop();
  });
}

/** The same, with a provider on loopback that fails as `chooseFault` says. Answers with it, once the tests run. */
export function prepareWorldWithResend(chooseFault: () => Fault | null): () => FakeResend {
  let resend: FakeResend;
  prepareWorld(async () => {
    resend = await startFakeResend(chooseFault);
    return {
      MAIL_TRANSPORT: "resend",
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: resend.url,
      MAIL_PER_SECOND: "1000",
    };
  });
  afterAll(() => resend.stop());
  return () => resend;
}

/** Starts the desk on the same address each time, so that a restart goes unnoticed but for the gap. */
export async function openDesk(wishes: Partial<Settings> = {}): Promise<Desk> {
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  return startDesk({ PORT: port, ...wishes }, join(folder, "faults.log"));
}

export const deskUrl = () => `http://localhost:${port}`;

/** Collects what a storm has achieved; `reaches` waits until it is so much. */
export function countingUp<T>() {
  const all: T[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  return {
    all,
    add(one: T): void {
      all.push(one);
      for (const { count, go } of waiting) if (all.length >= count) go();
    },
    reaches: (count: number) =>
      new Promise<void>(resolve => {
        if (all.length >= count) resolve();
        else waiting.push({ count, go: resolve });
      }),
  };
}

/** After how many of `total` a fault falls, the `index`-th of `count`: by chance, each in a stretch of its own. */
export const placeInStorm = (total: number, index: number, count: number) =>
  Math.floor((total * (index + Math.random())) / count);

/** Waits until something holds; fails with what it was instead. */
export async function until<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  seconds = 600,
): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask().catch((error: Error) => error);
    if (!(answer instanceof Error) && holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain. Last: ${JSON.stringify(answer)}`);
    await pause(200);
  }
}

/** Waits until no mail is under way any more, making what waits for its next try due. */
export async function untilMailHasLeft(): Promise<void> {
  await until(
    async () => {
      await db().delivery.updateMany({
        where: { state: "pending", dueAt: { gt: new Date() } },
        data: { dueAt: new Date() },
      });
      await db().$queryRaw`
        select graphile_worker.add_job('deliver', json_build_object('id', id), job_key => id::text) is null as done
        from deliveries where state = 'pending' or (state = 'sending' and "leaseUntil" < now())`;
      return db().delivery.count({ where: { state: { in: ["pending", "sending"] } } });
    },
    count => count === 0,
  );
}

/** Lets what a dead worker had in hand be taken up without waiting for its lease to end. */
export async function forgetLeases(): Promise<void> {
  await db().delivery.updateMany({
    where: { state: "sending" },
    data: { leaseUntil: new Date(Date.now() - 1_000) },
  });
}

/** Asserts that the desk keeps every promise that can be looked up. */
export async function expectSound(): Promise<void> {
  const findings = await examine();
  expect(findings.filter(({ broken }) => broken.length > 0)).toEqual([]);
}

/** Tells the numbers of a run, which are kept in docs/reliability.md. */
export function tell(title: string, numbers: Record<string, number>): void {
  const listed = Object.entries(numbers).map(([name, number]) => `${name} ${number}`);
  const line = `${title}: ${listed.join(", ")}\n`;
  if (process.env.FAULT_NUMBERS) appendFileSync(process.env.FAULT_NUMBERS, line);
  else process.stdout.write(`\n${line}`);
}

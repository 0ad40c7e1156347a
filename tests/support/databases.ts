import { join } from "node:path";
import { Client } from "pg";
import { runNode } from "@/scripts/child";
import type { Cluster } from "@/scripts/postgres/cluster";
import { applyMigrations } from "@/scripts/schema/migrate";
import { root } from "@/scripts/settings";
import { startTestCluster } from "@/scripts/test/cluster";
import { testSettings } from "./settings";

export type TestDatabases = {
  create(name: string): Promise<string>;
  close(): Promise<void>;
};

// Names a run's databases by its first process, so that parallel runs do not collide.
process.env.LODGE_TEST_RUN ??= String(process.pid);
const prefix = `run_${process.env.LODGE_TEST_RUN}_`;
const template = `${prefix}template`;

export async function openTestDatabases(): Promise<TestDatabases> {
  const cluster = await startTestCluster();
  const dropAll = async (isDue: (name: string) => boolean) => {
    for (const name of (await listDatabases(cluster.url("postgres"))).filter(isDue))
      await cluster.dropDatabase(name);
  };
  const close = async () => {
    await dropAll(name => name.startsWith(prefix));
    await cluster.stop();
  };
  try {
    await dropAll(name => isOfDeadRun(name) || name.startsWith(prefix));
    await cluster.createDatabase(template);
    await applyMigrations(cluster.url(template));
    await loadCatalog(cluster.url(template));
    await markAsSetUp(cluster.url(template));
  } catch (error) {
    await close();
    throw error;
  }
  return { create: name => create(cluster, name), close };
}

/** Creates another database from any process of the run. It is dropped with the run. */
export async function makeTestDatabase(name: string): Promise<string> {
  const cluster = await startTestCluster();
  try {
    return await create(cluster, name);
  } finally {
    await cluster.stop();
  }
}

async function create(cluster: Cluster, name: string): Promise<string> {
  await cluster.createDatabase(prefix + name, template);
  return cluster.url(prefix + name);
}

async function listDatabases(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
  await client.end();
  return rows.map(({ datname }) => datname);
}

function isOfDeadRun(name: string): boolean {
  const pid = Number(/^run_(\d+)_/.exec(name)?.[1]);
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** So that no page leads to set-up. */
export async function markAsSetUp(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into settings (name, value, version, "changedAt") values ('setUp', '"done"', 1, now())`,
  );
  await client.end();
}

// In its own process: open connections would keep the template from being copied.
async function loadCatalog(url: string): Promise<void> {
  const { code, output } = await runNode(["--import", "tsx", join(root, "scripts", "load.ts"), "catalog"], {
    ...testSettings,
    DATABASE_URL: url,
    TSX_TSCONFIG_PATH: join(root, "scripts", "tsconfig.json"),
  });
  if (code !== 0) throw new Error(`The default catalog could not be loaded:\n${output}`);
}

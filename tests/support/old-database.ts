import { globSync, readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import type { Cluster } from "@/scripts/postgres/cluster";
import { root } from "@/scripts/settings";
import { startTestCluster } from "@/scripts/test/cluster";

/** An empty database of the calling file's own, migrated step by step. */
export function anOldDatabase(name: string) {
  const database = `run_${process.pid}_${name}`;
  const migrations = globSync("prisma/migrations/*/migration.sql", { cwd: root }).toSorted();
  let cluster: Cluster;
  let client: Client;

  beforeAll(async () => {
    cluster = await startTestCluster();
    await cluster.createDatabase(database);
    client = new Client({ connectionString: cluster.url(database) });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await cluster.dropDatabase(database);
    await cluster.stop();
  });

  return {
    client: () => client,
    url: () => cluster.url(database),
    /** Migrates up to, but not including, the named migration; completely if omitted. */
    async migrateUntil(end?: string): Promise<void> {
      while (migrations[0] && !(end && migrations[0].includes(end)))
        await client.query(readFileSync(`${root}/${migrations.shift()}`, "utf8"));
    },
  };
}

import { Client } from "pg";
import type { Cluster } from "@/scripts/postgres/cluster";

/** Drops the databases of benches that were killed. */
export async function dropLeftovers(cluster: Cluster): Promise<void> {
  const client = new Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^bench_\\d+'",
  );
  await client.end();
  for (const { name } of rows) if (!isAlive(Number(name.split("_")[1]))) await cluster.dropDatabase(name);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

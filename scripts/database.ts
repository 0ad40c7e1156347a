import { existsSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { Client } from "pg";
import { whyUnreachable } from "./database-reasons";
import { type Cluster, startCluster } from "./postgres/cluster";
import { Trouble } from "./progress";
import { keep, root, storyMarker } from "./settings";

export type Database = {
  note: string;
  /** Restarts the embedded server whenever it dies; a server elsewhere is left to its operator. */
  keepRunning(say: (sentence: string) => void): void;
  close(): Promise<void>;
};

/** Starts the embedded database or uses the one in DATABASE_URL, which it sets. @throws Trouble */
export async function openDatabase(embedded: boolean): Promise<Database> {
  if (!embedded)
    return {
      note: await requireServer(process.env.DATABASE_URL ?? ""),
      keepRunning: () => {},
      close: async () => {},
    };
  const cluster = await startCluster({ folder: join(keep, "database"), durable: true });
  try {
    await provide(cluster);
    Object.assign(process.env, { DATABASE_URL: cluster.url("lodge") });
    return {
      note: cluster.started ? `embedded, in ${relative(root, keep)}/` : "embedded, joined",
      keepRunning: say => cluster.keepRunning(say),
      close: () => cluster.stop(),
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function provide(cluster: Cluster): Promise<void> {
  // Skip if the desk that this process joined is writing the story right now.
  if (cluster.started && existsSync(storyMarker)) {
    await cluster.dropDatabase("lodge");
    rmSync(storyMarker);
  }
  if (!(await cluster.hasDatabase("lodge"))) await cluster.createDatabase("lodge");
}

export async function ask<T>(sql: string, url = process.env.DATABASE_URL): Promise<T | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

async function requireServer(url: string): Promise<string> {
  const place = whereIs(url);
  const row = await ask<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
    url,
  ).catch(error => {
    const reason = whyUnreachable(error) ?? `it does not answer (${error.message || error.code}).`;
    throw new Trouble(`The database in DATABASE_URL, ${place}, cannot be used: ${reason}`);
  });
  if (!row || row.number < 150_000)
    throw new Trouble(
      `The PostgreSQL at ${place} is version ${row?.name}; Lodge needs 15 or newer. Upgrade it, or set DATABASE_URL to another.`,
    );
  return `PostgreSQL ${row.name.split(" ")[0]} at ${place}`;
}

function whereIs(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || "localhost"}:${port || 5432}${decodeURIComponent(pathname)}`;
  } catch {
    throw new Trouble(
      "DATABASE_URL is not an address. It looks like postgresql://user:password@host:5432/lodge (special signs in the password are written as %40 and so on).",
    );
  }
}

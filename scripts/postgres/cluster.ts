import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { Trouble } from "../progress";
import { createData } from "./data";
import { exclusively, isUsed, register } from "./locks";
import { serverOf, startServer, stopServer } from "./server";
import { watchServer } from "./watch";

export type Cluster = {
  url(database: string): string;
  /** Creates a database, or copies `template`, which must have no connections. */
  createDatabase(name: string, template?: string): Promise<void>;
  hasDatabase(name: string): Promise<boolean>;
  /** Also drops a database in use; ignores a missing one. */
  dropDatabase(name: string): Promise<void>;
  /** Whether this call started the server or took it over from a dead process, rather than joining others. */
  started: boolean;
  /** From now on restarts the server whenever it dies, and reports that. */
  keepRunning(say: (sentence: string) => void): void;
  /** Ends this process's use; the last user stops the server. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL in `folder`, creating it the first time, or joins a running one.
 * @param options.durable false trades crash safety for speed; only for disposable data
 * @throws Trouble
 */
export async function startCluster(options: { folder: string; durable: boolean }): Promise<Cluster> {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return exclusively(folder, async () => {
    const server = await serverOf(folder);
    const alone = !isUsed(folder);
    const withdraw = register(folder);
    const leave = async () => {
      withdraw();
      if (!isUsed(folder)) await stopServer(server);
    };
    try {
      if (!existsSync(server.data))
        await createData(server, randomBytes(24).toString("hex"), options.durable);
      const { port, started } = await startServer(server, options.durable);
      const watch = watchServer(server, port, options.durable);
      return cluster(folder, port, started || alone, watch.begin, async () => {
        await watch.end();
        await exclusively(folder, leave).catch(error => {
          // On a full disk nobody can take the lock, so continue without it.
          if (error.code !== "ENOSPC") throw error;
          return leave();
        });
      });
    } catch (error) {
      await leave().catch(() => {});
      throw error;
    }
  });
}

function cluster(
  folder: string,
  port: number,
  started: boolean,
  keepRunning: Cluster["keepRunning"],
  stop: () => Promise<void>,
): Cluster {
  const password = readFileSync(join(folder, "password"), "utf8").trim();
  const url = (database: string) =>
    `postgresql://lodge:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const ask = async (sql: string, values: string[] = []) => {
    const client = new Client({ connectionString: url("postgres") });
    await client.connect();
    try {
      return (await client.query(sql, values)).rowCount ?? 0;
    } finally {
      await client.end();
    }
  };
  let stopping: Promise<void> | undefined;
  return {
    url,
    started,
    keepRunning,
    async createDatabase(name, template = "template0") {
      await ask(`create database ${quoted(name)} template ${quoted(template)}`);
    },
    async hasDatabase(name) {
      return (await ask("select 1 from pg_database where datname = $1", [name])) > 0;
    },
    async dropDatabase(name) {
      await ask(`drop database if exists ${quoted(name)} with (force)`);
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

function quoted(name: string): string {
  if (!/^[\w-]{1,63}$/.test(name)) throw new Trouble(`"${name}" cannot be the name of a database.`);
  return `"${name}"`;
}

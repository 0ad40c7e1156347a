import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import { Client } from "pg";
import { Trouble } from "./progress";
import { root } from "./settings";

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings a database up to date: the desk's migrations, each in one transaction together with its record in the
 * table Prisma keeps, so that `prisma migrate deploy` may take over or be taken over from; then the queue's own.
 * Safe to call from several processes at once.
 * @returns the names of the migrations applied now
 * @throws Trouble when a migration fails (nothing of it remains) or an applied one has been edited since
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("set client_min_messages = warning");
    const applied: string[] = [];
    for (const migration of readMigrations())
      if (await apply(client, migration)) applied.push(migration.name);
    await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => {}) });
    return applied;
  } finally {
    await client.end();
  }
}

function readMigrations(): Migration[] {
  const folder = join(root, "prisma", "migrations");
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
  return names.sort().map(name => {
    const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

async function apply(client: Client, migration: Migration): Promise<boolean> {
  await client.query("begin");
  try {
    // Another process that starts at the same time waits here, and then finds the work done.
    await client.query("select pg_advisory_xact_lock(hashtext('lodge migrations'))");
    await client.query(records);
    const { rows } = await client.query<Applied>(
      "select migration_name, checksum, finished_at from _prisma_migrations where migration_name = $1 and rolled_back_at is null",
      [migration.name],
    );
    const isNew = rows[0] === undefined;
    if (rows[0]) check(migration, rows[0]);
    else await run(client, migration);
    await client.query("commit");
    return isNew;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function check(migration: Migration, applied: Applied): void {
  if (!applied.finished_at)
    throw new Trouble(
      `The migration ${migration.name} was begun here by another tool and not finished. Repair the database, then mark it with: npx prisma migrate resolve`,
    );
  if (applied.checksum !== migration.checksum)
    throw new Trouble(
      `This database was made with an earlier form of the migration ${migration.name}. If it holds nothing you need, remove it (the embedded one lies in .lodge/) and start again; else restore the migration as it was.`,
    );
}

async function run(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query(sql);
  } catch (error) {
    throw new Trouble(
      `The migration ${name} failed, and nothing of it was kept: ${(error as Error).message}`,
    );
  }
  await client.query(
    "insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) values ($1, $2, $3, $4, clock_timestamp(), 1)",
    [randomUUID(), checksum, name, startedAt],
  );
}

const records = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

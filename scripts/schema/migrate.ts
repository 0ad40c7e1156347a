import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import { Client } from "pg";
import { Trouble } from "../progress";
import { root } from "../settings";
import { foldAgain } from "./fold";

type Migration = { name: string; sql: string; checksum: string };
type Applied = { checksum: string; finished_at: Date | null };

/**
 * Applies the desk's migrations, each in one transaction with its row in Prisma's table (compatible with `prisma
 * migrate deploy`), then the queue's. Safe to run in parallel.
 * @returns the names of the migrations applied now
 * @throws Trouble when a migration fails (it is rolled back), an applied one was edited, or the database is newer
 * than this release
 */
export function applyMigrations(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, async client => {
    await client.query("set client_min_messages = warning");
    await requireKnown(client);
    const applied: string[] = [];
    for (const migration of await readOpen(client))
      if (await apply(client, migration)) applied.push(migration.name);
    await foldAgain(client);
    await prepareQueue(client, databaseUrl);
    return applied;
  });
}

/** @throws Trouble when a newer release has migrated this database */
export const requireKnownMigrations = (databaseUrl: string): Promise<void> =>
  withClient(databaseUrl, requireKnown);

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } catch (error) {
    throw await withAdvice(client, error);
  } finally {
    await client.end();
  }
}

async function requireKnown(client: Client): Promise<void> {
  if (!(await hasRecords(client))) return;
  const ours = readMigrations().map(({ name }) => name);
  const { rows } = await client.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where rolled_back_at is null and migration_name <> all ($1) order by 1",
    [ours],
  );
  if (rows.length > 0)
    throw new Trouble(
      `This database was prepared by a newer release of Lodge: it has the migration ${rows.at(-1)?.name}, and this release ends with ${ours.at(-1)}. Start a release whose prisma/migrations holds ${rows.at(-1)?.name}, or restore the backup from before the upgrade.`,
    );
}

async function hasRecords(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    "select 1 from pg_tables where tablename = '_prisma_migrations' and schemaname = any (current_schemas(false))",
  );
  return rows.length > 0;
}

/**
 * The queue's migrations look for this table; without it they need CREATE on the database, even if the schema exists.
 */
async function prepareQueue(client: Client, connectionString: string): Promise<void> {
  const { rows } = await client.query("select 1 from pg_namespace where nspname = 'graphile_worker'");
  if (rows.length > 0)
    await client.query(
      "create table if not exists graphile_worker.migrations (id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)",
    );
  await runMigrations({ connectionString, logger: new Logger(() => () => {}) });
}

/** Adds the statements that an administrator must run when the role lacks a right. */
async function withAdvice(client: Client, error: unknown): Promise<unknown> {
  const cause = error instanceof Trouble ? error.cause : error;
  if (!(cause instanceof Error && "code" in cause && cause.code === "42501")) return error;
  const { rows } = await client.query<{ role: string }>("select quote_ident(current_user) as role");
  const role = rows[0]?.role;
  return new Trouble(
    [
      `The database user ${role} is not allowed to prepare the desk's tables (${cause.message}). Let an administrator run this once in that database, then start again:`,
      ...[
        "create extension if not exists pg_trgm;",
        `create schema if not exists graphile_worker authorization ${role};`,
        `grant usage, create on schema public to ${role};`,
      ].map(line => `    ${line}`),
    ].join("\n"),
  );
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

/** Most starts find all of them applied, by one look. @throws Trouble as `applyMigrations` */
async function readOpen(client: Client): Promise<Migration[]> {
  if (!(await hasRecords(client))) return readMigrations();
  const { rows } = await client.query<Applied & { name: string }>(
    "select migration_name as name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  const known = new Map(rows.map(({ name, ...applied }) => [name, applied]));
  return readMigrations().filter(migration => {
    const applied = known.get(migration.name);
    if (applied) check(migration, applied);
    return !applied;
  });
}

async function apply(client: Client, migration: Migration): Promise<boolean> {
  await client.query("begin");
  try {
    // A parallel process waits here and then finds nothing to do.
    await client.query("select pg_advisory_xact_lock(hashtext('lodge migrations'))");
    await client.query(records);
    const { rows } = await client.query<Applied>(
      "select checksum, finished_at from _prisma_migrations where migration_name = $1 and rolled_back_at is null",
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
      `The migration ${migration.name} was started here by another tool and not finished. Repair the database, then mark it with: npx prisma migrate resolve`,
    );
  if (applied.checksum !== migration.checksum)
    throw new Trouble(
      `This database was made with an earlier version of the migration ${migration.name}. If it holds nothing you need, remove it (the embedded one is in .lodge/) and start again; otherwise restore the migration as it was.`,
    );
}

async function run(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    // A pooler may reuse a connection with the pages' short timeout.
    await client.query("set local statement_timeout = 0");
    await client.query(await fitting(client, sql));
  } catch (error) {
    throw new Trouble(`The migration ${name} failed and was rolled back: ${(error as Error).message}`, {
      cause: error,
    });
  }
  await client.query(
    "insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) values ($1, $2, $3, $4, clock_timestamp(), 1)",
    [randomUUID(), checksum, name, startedAt],
  );
}

/** Removes `create schema` for an existing schema, which needs CREATE on the database. The checksum stays the same. */
async function fitting(client: Client, sql: string): Promise<string> {
  const statement = /^CREATE SCHEMA IF NOT EXISTS "public";$/m;
  if (!statement.test(sql)) return sql;
  const { rows } = await client.query("select 1 from pg_namespace where nspname = 'public'");
  return rows.length > 0 ? sql.replace(statement, "") : sql;
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

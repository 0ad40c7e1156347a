import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Cluster } from "@/scripts/postgres/cluster";
import { applyMigrations, requireKnownMigrations } from "@/scripts/schema/migrate";
import { startTestCluster } from "@/scripts/test/cluster";

const name = `run_${process.pid}_preparation`;
const role = `restricted-${process.pid}`;
const password = randomBytes(12).toString("hex");
let cluster: Cluster;

async function asAdministrator(sql: string): Promise<void> {
  const client = new Client({ connectionString: cluster.url(name) });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function addressOfRole(): string {
  const url = new URL(cluster.url(name));
  url.username = role;
  url.password = password;
  return url.href;
}

beforeAll(async () => {
  cluster = await startTestCluster();
  await cluster.createDatabase(name);
  await asAdministrator(`create role "${role}" login password '${password}'`);
});

afterAll(async () => {
  await cluster.dropDatabase(name);
  const client = new Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query(`drop role "${role}"`).finally(() => client.end());
  await cluster.stop();
});

it("a role that may create nothing is told the statements that let it prepare the desk, and they do", async () => {
  const refusal = await applyMigrations(addressOfRole()).catch((error: Error) => error.message);
  expect(refusal).toContain(`The database user "${role}" is not allowed to prepare the desk's tables`);
  const advice = String(refusal).match(/^ {4}.*;$/gm) ?? [];
  expect(advice).toHaveLength(3);
  await asAdministrator(advice.join("\n"));
  expect((await applyMigrations(addressOfRole())).length).toBeGreaterThan(0);
  expect(await applyMigrations(addressOfRole())).toEqual([]);
});

it("a database that a newer release has prepared is refused, by the name of what it has", async () => {
  await asAdministrator(
    "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '29990101000000_later', now())",
  );
  for (const refuse of [applyMigrations, requireKnownMigrations])
    await expect(refuse(addressOfRole())).rejects.toThrow(
      /prepared by a newer release of Lodge: it has the migration 29990101000000_later, and this release ends with \d+_\w+/,
    );
});

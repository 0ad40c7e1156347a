import { globSync, readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Cluster } from "@/scripts/postgres/cluster";
import { root } from "@/scripts/settings";
import { startTestCluster } from "@/scripts/test/cluster";

const name = `run_${process.pid}_upgrade`;
const migrations = globSync("prisma/migrations/*/migration.sql", { cwd: root }).toSorted();
let cluster: Cluster;
let client: Client;

/** Brings the database up to the migration of that name, which is not applied yet. */
async function migrateUntil(end?: string): Promise<void> {
  while (migrations[0] && !(end && migrations[0].includes(end)))
    await client.query(readFileSync(`${root}/${migrations.shift()}`, "utf8"));
}

beforeAll(async () => {
  cluster = await startTestCluster();
  await cluster.createDatabase(name);
  client = new Client({ connectionString: cluster.url(name) });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await cluster.dropDatabase(name);
  await cluster.stop();
});

it("an upgrade lets mails go that a limit held before, and leaves those of unknown fate to an admin", async () => {
  await migrateUntil("_limits/");
  // Rows without the people and events that they belong to.
  await client.query("set session_replication_role = replica");
  const hold = (reason: string) =>
    client.query(
      `insert into deliveries (id, "eventId", kind, "to", subject, html, text, headers, state, reason, "dueAt", "createdAt")
       values (gen_random_uuid(), 1, $1, 'a@a.test', '', '', '', '{}', 'held', $1, now(), now())`,
      [reason],
    );
  const capped = [
    "More than 30 mails to this address within an hour.",
    "More than 30 mails about this request within an hour.",
    "More than 20 invitations by one person within a day.",
  ];
  const doubtful = "It may have been sent before the desk stopped.";
  for (const reason of [...capped, doubtful]) await hold(reason);
  await client.query("set session_replication_role = origin");
  await migrateUntil("_moments_as_read/");
  const { rows } = await client.query<{ reason: string }>(
    `select reason from deliveries where state = 'held' and "heldUntil" <= now()`,
  );
  expect(rows.map(({ reason }) => reason).toSorted()).toEqual(capped.toSorted());
});

it("an upgrade finds moments of earlier requests by their place, and no longer by the region of their zone", async () => {
  await migrateUntil("_moments_as_read/");
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into form_versions (id, "typeId", version, fields)
     values ('00000000-0000-4000-8000-000000000001', gen_random_uuid(), 1, '[{"key": "since", "kind": "date_time"}]')`,
  );
  await client.query(
    `insert into requests (id, "requesterId", "formVersionId", summary, answers, "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
     values (gen_random_uuid(), gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'Export',
             '{"since": "2026-11-25T09:30[America/Argentina/Buenos_Aires]"}', gen_random_uuid(), now(), now(), now())`,
  );
  await client.query("set session_replication_role = origin");
  await migrateUntil();
  const { rows } = await client.query<{ folded: string }>("select folded from requests");
  expect(rows).toEqual([{ folded: " export 2026 11 25 09 30 argentina buenos aires" }]);
});

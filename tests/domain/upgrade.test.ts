import { globSync, readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isPlace } from "@/lib/drafts/places";
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
  await migrateUntil("_shortened_comments/");
  const { rows } = await client.query<{ folded: string }>("select folded from requests");
  expect(rows).toEqual([{ folded: " export 2026 11 25 09 30 argentina buenos aires" }]);
});

it("an upgrade leaves drafts and unsent files with their forms, by whatever name these had before", async () => {
  await migrateUntil("_places_by_page/");
  const places = {
    "comment:LDG-1042": "/requests/LDG-1042#comment",
    "kill:LDG-1042": "/requests/LDG-1042#move-kill",
    "reopen:LDG-1042": "/requests/LDG-1042#move-reopen",
    "edit:LDG-1042+57": "/requests/LDG-1042?edit=57#edit",
    "correct:LDG-1042": "/requests/LDG-1042/correct#correct",
    "answer:LDG-1042": "/agent/requests/LDG-1042#answer",
    "raise:feature-request": "/catalog/feature-request#raise",
    "raise:feature-request+LDG-7": "/catalog/feature-request?follows=LDG-7#raise",
  };
  await client.query("set session_replication_role = replica");
  for (const place of Object.keys(places)) {
    await client.query(
      `insert into drafts ("personId", place, fields, "updatedAt") values (gen_random_uuid(), $1, $2, now())`,
      [place, { body: place }],
    );
    await client.query(
      `insert into files (id, name, type, size, sha256, "ownerId", "createdAt", place, field)
       values (gen_random_uuid(), $1, 'text/plain', 1, '', gen_random_uuid(), now(), $1, 'files')`,
      [place],
    );
  }
  await client.query("set session_replication_role = origin");
  await migrateUntil();
  const drafts = await client.query<{ was: string; place: string }>(
    "select fields ->> 'body' as was, place from drafts",
  );
  const files = await client.query<{ was: string; place: string }>("select name as was, place from files");
  for (const { rows } of [drafts, files])
    expect(Object.fromEntries(rows.map(({ was, place }) => [was, place]))).toEqual(places);
  for (const place of Object.values(places)) expect(isPlace(place), place).toBe(true);
});

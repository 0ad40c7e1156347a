import { Client } from "pg";
import { expect, it } from "vitest";
import { eventually } from "../../support/eventually";
import { anOldDatabase } from "../../support/old-database";

const { client, url, migrateUntil } = anOldDatabase("upgrade_late");

it("an upgrade waits for what the release before is just writing, and finds it", async () => {
  await migrateUntil("_passages/");
  await client().query("set session_replication_role = replica");
  await client().query(
    `insert into requests (id, "requesterId", "formVersionId", summary, answers, "submissionKey", "createdAt", "lastActivityAt", "waitingSince")
     values ('00000000-0000-4000-8000-000000000001', gen_random_uuid(), gen_random_uuid(), '', '{}', gen_random_uuid(), now(), now(), now())`,
  );
  await client().query("set session_replication_role = origin");
  const before = new Client({ connectionString: url() });
  await before.connect();
  await before.query("set session_replication_role = replica");
  await before.query("begin");
  await before.query(
    `insert into comments (id, "requestId", "authorId", body, "createdAt")
     values (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', gen_random_uuid(), 'At the last moment', now())`,
  );
  const migrated = migrateUntil();
  const watch = new Client({ connectionString: url() });
  await watch.connect();
  await eventually(async () => {
    const { rows } = await watch.query(
      "select from pg_locks where not granted and mode = 'AccessExclusiveLock' and database = (select oid from pg_database where datname = current_database())",
    );
    expect(rows).toHaveLength(1);
  });
  await before.query("commit");
  await migrated;
  const { rows } = await watch.query('select folded from passages where "sourceId" <> "requestId"');
  expect(rows).toEqual([{ folded: " at the last moment" }]);
  await Promise.all([before.end(), watch.end()]);
});

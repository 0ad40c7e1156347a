import { Client } from "pg";
import { afterAll, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { listenForNews } from "@/lib/live/feed";
import { startWorker } from "@/lib/queue";
import { settingsInUse } from "../support/settings";

const watcher = new Client({ connectionString: settingsInUse().DATABASE_URL });
await watcher.connect();
afterAll(() => watcher.end());

const count = async (which = "true"): Promise<number> => {
  const { rows } = await watcher.query(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and ${which}`,
  );
  return rows[0].count;
};

it("a process that listens, works the queue and is asked more than it can answer keeps to DATABASE_POOL_SIZE", async () => {
  const worker = await startWorker({}, "");
  const leave = await listenForNews(() => {});
  await watcher.query("select pg_advisory_lock(17)");
  // Each holds its connection until the lock is given back; those that find none give up after three seconds.
  const asked = Array.from({ length: 3 * env().DATABASE_POOL_SIZE }, () =>
    db().$queryRaw`select pg_advisory_lock_shared(17) is null as held, pg_advisory_unlock_shared(17)`.catch(
      () => {},
    ),
  );
  await vi.waitFor(async () => expect(await count("wait_event = 'advisory'")).toBe(11), { timeout: 10_000 });
  const connections = await count();
  await watcher.query("select pg_advisory_unlock(17)");
  await Promise.all(asked);
  leave();
  await worker.stop();
  expect(connections).toBeGreaterThan(12);
  expect(connections).toBeLessThanOrEqual(env().DATABASE_POOL_SIZE);
});

it("every connection for pages ends a statement, and a transaction that nobody goes on with, in time", async () => {
  const rows = await db().$queryRaw`
    select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as transaction`;
  expect(rows).toEqual([{ statement: "10s", transaction: "15s" }]);
});

import { Client } from "pg";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { settingsInUse } from "../support/settings";

const other = new Client({ connectionString: settingsInUse().DATABASE_URL });
let readHealth: typeof import("@/lib/entry/health").readHealth;

beforeEach(async () => {
  // What the desk remembers between two questions is not what is asked about here.
  vi.resetModules();
  ({ readHealth } = await import("@/lib/entry/health"));
});

await other.connect();
afterAll(() => other.end());

it("a desk that can read and write is well, and strangers who ask often cost it one look", async () => {
  const answers = Array.from({ length: 100 }, () => readHealth());
  expect(new Set(answers).size).toBe(1);
  expect(await answers[0]).toEqual({ database: true, writable: true });
});

it("a desk that can only read is not well, until it can write again", async () => {
  await other.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise 'could not extend file: No space left on device' using errcode = '53100'; end $$;
    create trigger refuse before insert on write_probes for each row execute function refuse()`);
  try {
    expect(await readHealth()).toEqual({ database: true, writable: false });
  } finally {
    await other.query("drop trigger refuse on write_probes; drop function refuse");
  }
  vi.resetModules();
  ({ readHealth } = await import("@/lib/entry/health"));
  expect(await readHealth()).toEqual({ database: true, writable: true });
});

it("a backup that reads every table makes nobody think that the disk is full", async () => {
  await other.query("begin");
  await other.query("lock table write_probes in access share mode");
  try {
    expect(await readHealth()).toEqual({ database: true, writable: true });
  } finally {
    await other.query("rollback");
  }
});

import { expect, it } from "vitest";
import { db, isDatabaseDown, Prisma, readRows } from "@/lib/db";
import { setSettings } from "../support/settings";
import { statementsOf } from "../support/statements";

// In a process of its own, because the names of statements are limited per process, and it disconnects.
setSettings({ DATABASE_PREPARED: "auto" });

const { sql } = Prisma;

it("asks what Prisma would, with values apart from the SQL", async () => {
  const at = new Date("2026-01-02T03:04:05.678Z");
  const asked = sql`select ${7}::int as number, ${"o'clock"} as text, ${at}::timestamptz as at, ${["a", "b"]}::text[] as list,
    ${true}::boolean as is, null as nothing, json_build_object('a', ${1n}::bigint) as json`;
  let rows: unknown[] = [];
  const statements = await statementsOf(async () => {
    rows = await readRows(asked);
  });
  expect(rows).toEqual([
    { number: 7, text: "o'clock", at, list: ["a", "b"], is: true, nothing: null, json: { a: 1 } },
  ]);
  expect(rows).toEqual(await db().$queryRaw(asked));
  expect(statements.some(statement => statement.includes("o'clock"))).toBe(false);
});

it.each([
  ["2026-01-02 03:04:05.678+00", new Date("2026-01-02T03:04:05.678Z")],
  ["2026-01-02 03:04:05.6+00", new Date("2026-01-02T03:04:05.600Z")],
  ["2026-01-02 03:04:05.678999+00", new Date("2026-01-02T03:04:05.678Z")],
  ["2026-01-02 03:04+05:30", new Date("2026-01-01T21:34Z")],
  ["0001-01-01 00:00+00", new Date("0001-01-01T00:00Z")],
  ["12026-01-02 00:00+00", new Date("+012026-01-02T00:00Z")],
  ["2044-03-15 00:00+00 BC", new Date("-002043-03-15T00:00Z")],
  ["1876-05-04 00:00+00", new Date("1876-05-04T00:00Z")],
  ["infinity", Number.POSITIVE_INFINITY],
  ["-infinity", Number.NEGATIVE_INFINITY],
])("reads the moment %s", async (written, moment) => {
  for (const zone of ["UTC", "Asia/Kolkata", "America/St_Johns"]) {
    const [row] = await readRows<{ at: unknown }>(sql`
      select ${written}::timestamptz as at from (select set_config('TimeZone', ${zone}, true)) zone`);
    expect(row?.at, zone).toEqual(moment);
  }
});

it("uses the connections of the desk, with their limits and prepared statements", async () => {
  const [row] = await readRows(sql`select current_setting('statement_timeout') as limit`);
  expect(row).toEqual({ limit: "10s" });
  const isNamed = sql`select count(*)::int as named from pg_prepared_statements where statement like '%of this very test%'`;
  const rows = [];
  for (let count = 0; count < 5; count++) rows.push(...(await readRows<{ named: number }>(isNamed)));
  expect(rows.at(-1)?.named).toBeGreaterThan(0);
});

it("goes on after Prisma has disconnected", async () => {
  await db().$disconnect();
  expect(await readRows(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

it("fails as the database does: a broken connection is told from a statement that was cancelled", async () => {
  const end = async (by: Prisma.Sql, mark: string): Promise<unknown> => {
    const failed = readRows(sql`select pg_sleep(60), ${mark}::text`).catch((error: unknown) => error);
    const ended = () =>
      readRows(sql`
        with asked as materialized (
          select pid from pg_stat_activity
          where datname = current_database() and query like 'select pg_sleep(60)%' and pid <> pg_backend_pid()
        )
        select from asked where ${by}`);
    await expect.poll(async () => (await ended()).length).toBe(1);
    return failed;
  };
  expect(isDatabaseDown(await end(sql`pg_terminate_backend(pid)`, "broken"))).toBe(true);
  expect(isDatabaseDown(await end(sql`pg_cancel_backend(pid)`, "cancelled"))).toBe(false);
});

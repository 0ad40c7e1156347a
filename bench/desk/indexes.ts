import { type Client, escapeIdentifier } from "pg";

/** Tables that a fill writes. */
const tables = [
  "people",
  "requests",
  "members",
  "comments",
  "notes",
  "passages",
  "vocabulary",
  "events",
  "notices",
  "files",
  "customer_notes",
  "deliveries",
];

/** Drops what no constraint needs. @returns creates all of it again, which takes far less than keeping it up to date */
export async function dropIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select indexname as name, indexdef as sql from pg_indexes
     where schemaname = 'public' and tablename = any($1)
       and not exists (select from pg_constraint where conindid = format('public.%I', indexname)::regclass)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${escapeIdentifier(name)}`);
  return async () => {
    for (const { sql } of rows) await client.query(sql);
  };
}

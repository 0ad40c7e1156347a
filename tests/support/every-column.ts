import { readFileSync } from "node:fs";
import { db, Prisma } from "@/lib/db";

type Column = { table: string; column: string; schema: string; type: string };

/** Every column of the whole database that holds a word, in any case, as table.column. */
export async function columnsWith(word: string): Promise<string[]> {
  const columns = await db().$queryRaw<Column[]>`
    select c.table_name as "table", c.column_name as "column", c.table_schema as "schema", c.data_type as type
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema in ('public', 'graphile_worker') and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')
    order by 1, 2`;
  const found: string[] = [];
  for (const { table, column, schema, type } of columns) {
    const value = Prisma.raw(`"${column}"`);
    const has =
      type === "bytea"
        ? Prisma.sql`position(convert_to(${word}, 'UTF8') in ${value}) > 0`
        : Prisma.sql`${value}::text ilike ${`%${word}%`}`;
    const rows = await db().$queryRaw<unknown[]>`
      select true as found from ${Prisma.raw(`"${schema}"."${table}"`)} where ${has} limit 1`;
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** The tables of the models of the schema. */
export function tablesByModel(): Map<string, string> {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  return new Map(
    [...schema.matchAll(/^model (\w+) \{.*?@@map\("(\w+)"\)/gms)].map(([, model = "", table = ""]) => [
      model,
      table,
    ]),
  );
}

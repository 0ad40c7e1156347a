// prisma/migrations/schema.prisma is the schema after the newest migration; the next one is drafted against it.
//
//   npm run db:draft -- add_tags     drafts a migration from the changes to prisma/schema.prisma
//   npm run db:draft -- --redo       rewrites the newest, uncommitted migration, but keeps everything below its
//                                    "-- By hand" line. Remove .lodge/ afterwards, which has the old form.
//   npm run db:draft -- --check      fails if the schema changed without a migration
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { report, Trouble } from "../progress";
import { root } from "../settings";
import { diffSchemas } from "./engine";

const folder = join(root, "prisma", "migrations");
const byHand = "-- By hand";

const migratedSchema = join(folder, "schema.prisma");

/** The committed schema, before the migration that is being redone. */
const committedSchema = () =>
  execFileSync("git", ["show", "HEAD:prisma/migrations/schema.prisma"], { cwd: root, encoding: "utf8" });

async function draft(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { redo: { type: "boolean" }, check: { type: "boolean" } },
  });
  const migrations = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
        .sort()
    : [];
  const last = migrations.at(-1);
  const schema = readFileSync(join(root, "prisma", "schema.prisma"), "utf8");
  if (values.redo) {
    if (!last) throw new Trouble("There is no migration to redo. Draft one: npm run db:draft -- name");
    const before = readFileSync(join(folder, last, "migration.sql"), "utf8");
    const cut = before.indexOf(byHand);
    const sql = await diffSchemas(committedSchema(), schema);
    return write(last, cut < 0 ? sql : `${sql.trimEnd()}\n\n${before.slice(cut)}`, schema);
  }
  const sql = await diffSchemas(
    existsSync(migratedSchema) ? readFileSync(migratedSchema, "utf8") : null,
    schema,
  );
  const isSame = /^\s*(--.*)?\s*$/.test(sql);
  if (values.check) {
    if (!isSame)
      throw new Trouble(
        "prisma/schema.prisma changed without a migration. Draft one: npm run db:draft -- name",
      );
    return "Every schema change has its migration.";
  }
  const [name] = positionals;
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Trouble(
      "Name the migration in small letters, digits and underscores: npm run db:draft -- add_tags",
    );
  if (isSame) throw new Trouble("The schema has not changed since the last migration; nothing to draft.");
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  return write(`${time}_${name}`, sql, schema);
}

function write(migration: string, sql: string, schema: string): string {
  mkdirSync(join(folder, migration), { recursive: true });
  writeFileSync(join(folder, migration, "migration.sql"), `${sql.trimEnd()}\n`);
  writeFileSync(migratedSchema, schema);
  const lock = join(folder, "migration_lock.toml");
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  return `Wrote prisma/migrations/${migration}/migration.sql. Read it before you keep it.`;
}

draft().then(
  said => console.log(said),
  error => {
    report(error);
    process.exitCode = 1;
  },
);

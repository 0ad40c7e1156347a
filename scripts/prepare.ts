// `npm run db:prepare`: run before serving a new version, by deployments that do not use `npm start`.
import { runScript } from "./child";
import { ask, openDatabase } from "./database";
import { report, step, Trouble } from "./progress";
import { generateCode } from "./schema/generate";
import { applyMigrations } from "./schema/migrate";
import { checkSettings, prepareEnvironment } from "./settings";

/** Runs one part of load.ts in its own process, so that its connections are closed with it. */
export async function load(part: "catalog" | "story"): Promise<void> {
  const { code, output } = await runScript("load.ts", [part]);
  if (code !== 0)
    throw new Trouble(
      `The ${part === "story" ? "demo story" : "default catalog"} could not be loaded:\n${output}`,
    );
}

/** A desk that has a catalog keeps its own, so most starts have nothing to load. */
async function loadCatalog(): Promise<{ note?: string }> {
  const row = await ask<{ hasCatalog: boolean }>('select exists (select from categories) as "hasCatalog"');
  if (row?.hasCatalog) return { note: "kept" };
  await load("catalog");
  return {};
}

/** Updates the database client, the tables and the catalog to this version. */
export async function prepareDatabase(take: typeof step): Promise<void> {
  await take("Database client", async () => ({
    note: (await generateCode()) ? "generated" : "up to date",
  }));
  await take("Migrations", async () => {
    const applied = await applyMigrations(process.env.DATABASE_URL ?? "");
    return { note: sayApplied(applied) };
  });
  await take("Default catalog", loadCatalog);
}

// A new database gets all of them, which nobody wants to read one by one.
function sayApplied(applied: string[]): string {
  if (applied.length === 0) return "up to date";
  return applied.length > 5 ? `applied ${applied.length}` : `applied ${applied.join(", ")}`;
}

async function main(): Promise<void> {
  const { embedded } = prepareEnvironment();
  await step("Settings", () => checkSettings(embedded));
  const database = await step("Database", () => openDatabase(embedded));
  try {
    await prepareDatabase(step);
  } finally {
    await database.close();
  }
}

if (import.meta.main)
  main().catch(error => {
    report(error);
    process.exitCode = 1;
  });

// `npm run lodge -- <command>`: an operator's commands, whether or not the desk is running.
import { ask, type Database, openDatabase } from "./database";
import { commands, parse, usage } from "./lodge-commands";
import { report, Trouble } from "./progress";
import { generateCode } from "./schema/generate";
import { applyMigrations, requireKnownMigrations } from "./schema/migrate";
import { checkSettings, prepareEnvironment, rememberedPort } from "./settings";

let database: Database | undefined;

async function open(): Promise<void> {
  const { embedded } = prepareEnvironment(rememberedPort());
  if (!embedded) await checkSettings(false);
  database = await openDatabase(embedded);
  await generateCode();
  if (embedded) await applyMigrations(process.env.DATABASE_URL ?? "");
  else {
    if (!(await ask<{ there: boolean }>("select to_regclass('people') is not null as there"))?.there)
      throw new Trouble("The database has no desk in it yet. Prepare it first: npm run db:prepare");
    await requireKnownMigrations(process.env.DATABASE_URL ?? "");
  }
}

async function close(): Promise<void> {
  const { db } = await import("@/lib/db");
  await db().$disconnect();
  await database?.close();
}

async function main(args: string[]): Promise<void> {
  const [name = "", ...rest] = args;
  const command = commands[name];
  if (!command) {
    console.log(usage());
    if (name && name !== "help" && name !== "--help") throw new Trouble(`There is no command "${name}".`);
    return;
  }
  const options = parse(name, command, rest);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => close().finally(() => process.exit(130)));
  try {
    await open();
    console.log(await command.run(options));
  } finally {
    if (database) await close();
  }
}

main(process.argv.slice(2)).then(
  () => end(0),
  async error => {
    report(await inWords(error));
    await end(1);
  },
);

/** A pipe takes 64 kB at a time, and leaving at once would cut off the rest of a desk. */
async function end(code: number): Promise<void> {
  const streams = [process.stdout, process.stderr];
  await Promise.all(streams.map(stream => new Promise<void>(done => stream.write("", () => done()))));
  process.exit(code);
}

/** Turns a refusal into its text; returns any other error unchanged. */
async function inWords(error: unknown): Promise<unknown> {
  const { Refusal } = await import("@/lib/refusal");
  if (!(error instanceof Refusal)) return error;
  const { tellRefusal } = await import("@/lib/messages/refusals");
  const { message, fields } = tellRefusal(error);
  return new Trouble([message, ...Object.values(fields).flat()].join(" "));
}

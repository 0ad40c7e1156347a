import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "../child";
import { fingerprint, isStamped } from "../fingerprint";
import { report, Trouble } from "../progress";
import { root } from "../settings";
import { generateCatalogs } from "./catalogs";
import { generateIcons } from "./icons";
import { generateMessages } from "./messages";

const generated = join(root, "lib", "generated");
const stamp = join(generated, ".made-from");
const textsStamp = join(generated, ".texts-made-from");

/** Generates the database client, the messages with their types, the icons and the catalogs. Returns whether the client changed. */
export async function generateCode(): Promise<boolean> {
  const made = await generateClient();
  await generateTexts();
  return made;
}

/** Messages, icons and catalogs, unless they are as they were made. To read all messages takes half a second. */
async function generateTexts(): Promise<void> {
  if (isStamped(textsStamp, printTexts())) return;
  rmSync(textsStamp, { force: true });
  generateMessages();
  await generateIcons();
  generateCatalogs();
  writeFileSync(textsStamp, printTexts());
}

const sources = ["lib/messages", "prisma/catalogs", "components/ui/icon-sources.ts", "scripts/schema"];
const makers = ["lucide-react", "intl-messageformat"];

/** Of what they are made from, and of what was made. */
function printTexts(): string {
  const made = existsSync(generated) ? readdirSync(generated).filter(name => name.endsWith(".ts")) : [];
  return fingerprint(root, [
    ...sources,
    ...makers.map(name => `node_modules/${name}/package.json`),
    ...made.map(name => `lib/generated/${name}`),
  ]);
}

/** Generates the database client if the schema or Prisma changed. Returns whether it did. */
async function generateClient(): Promise<boolean> {
  const print = fingerprint(root, [
    "prisma/schema.prisma",
    "prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);
  if (isStamped(stamp, print) && existsSync(join(root, "lib", "generated", "client.ts"))) return false;
  rmSync(stamp, { force: true });
  const { code, output } = await runNode([join("node_modules", "prisma", "build", "index.js"), "generate"], {
    // Generating never runs the schema engine; any existing program keeps Prisma from downloading it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  if (code !== 0)
    throw new Trouble(`The database client could not be generated from prisma/schema.prisma:\n${output}`);
  writeFileSync(stamp, print);
  return true;
}

if (import.meta.main)
  generateCode().then(
    made => console.log(made ? "The database client was generated." : "The database client is up to date."),
    error => {
      report(error);
      process.exitCode = 1;
    },
  );

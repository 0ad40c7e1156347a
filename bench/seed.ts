// Runs in the folder of a built desk, so that an older desk fills its database with its own code, and prints the
// result as JSON. Imports by relative path, because "@/" is the other desk here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { givePasswords, type Seed } from "./passwords";

const load = (file: string) => import(pathToFileURL(join(process.cwd(), file)).href);
const url = process.env.DATABASE_URL ?? "";
const requests = Number(process.argv[2]);
if (existsSync("bench/desk/fill.ts")) {
  const { fillDesk } = await load("bench/desk/fill.ts");
  await fillDesk(url, { requests });
} else {
  const { fill } = await load("bench/fill.ts");
  await fill(url, { people: Math.ceil(requests / 20), requests, commentsEach: 3 });
}
const { makeWorld } = await load("bench/world.ts");
const seed: Seed = await givePasswords(url, await makeWorld());
process.stdout.write(`\n${JSON.stringify(seed)}\n`, () => process.exit(0));

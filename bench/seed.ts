// Runs in the folder of a built desk, so that an older desk fills its database with its own code, and prints the
// result as JSON. Imports by relative path, because "@/" is the other desk here.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hash } from "@node-rs/argon2";
import { Client } from "pg";

export type Seed = { reference: string; password: string; customer: string; agent: string };

const load = (file: string) => import(pathToFileURL(join(process.cwd(), file)).href);
const url = process.env.DATABASE_URL ?? "";
const { fill } = await load("bench/fill.ts");
const { makeWorld } = await load("bench/world.ts");

await fill(url, { people: 200, requests: 4_000, commentsEach: 3 });
const { customer, agent, reference } = await makeWorld();
const password = "Harbour-lamp 27 quietly!";
const client = new Client({ connectionString: url });
await client.connect();
const { rows } = await client.query<{ id: string; email: string }>(
  `update people set "passwordHash" = $1 where id = any($2) returning id, email`,
  [await hash(password), [customer.id, agent.id]],
);
await client.query("vacuum analyze");
await client.end();
const emailOf = (id: string) => rows.find(row => row.id === id)?.email ?? "";
const seed: Seed = { reference, password, customer: emailOf(customer.id), agent: emailOf(agent.id) };
process.stdout.write(`\n${JSON.stringify(seed)}\n`, () => process.exit(0));

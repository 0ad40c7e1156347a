import { hash } from "@node-rs/argon2";
import { Client } from "pg";

export type Seed = { reference: string; password: string; customer: string; agent: string };
type World = { reference: string; customer: { id: string }; agent: { id: string } };

/** Lets the customer and the agent of a filled desk log in. Returns their addresses. */
export async function givePasswords(
  databaseUrl: string,
  { customer, agent, reference }: World,
): Promise<Seed> {
  const password = "Harbour-lamp 27 quietly!";
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; email: string }>(
    `update people set "passwordHash" = $1 where id = any($2) returning id, email`,
    [await hash(password), [customer.id, agent.id]],
  );
  await client.query("vacuum analyze");
  await client.end();
  const emailOf = (id: string) => rows.find(row => row.id === id)?.email ?? "";
  return { reference, password, customer: emailOf(customer.id), agent: emailOf(agent.id) };
}

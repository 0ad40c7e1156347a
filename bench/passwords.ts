import { hash } from "@node-rs/argon2";
import { Client } from "pg";

export type Seed = {
  reference: string;
  password: string;
  customer: string;
  agent: string;
  admin: string;
  manager: string;
  /** By its slug. */
  organisation: string;
};
type Known = { id: string };
/** An older desk has neither admin nor organisation in its world. */
type World = {
  reference: string;
  customer: Known;
  agent: Known;
  admin?: Known;
  manager?: Known;
  organisation?: string;
};

/** Lets the people of a filled desk log in. Returns their addresses. */
export async function givePasswords(
  databaseUrl: string,
  { customer, agent, admin, manager, reference, organisation = "" }: World,
): Promise<Seed> {
  const password = "Harbour-lamp 27 quietly!";
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; email: string }>(
    `update people set "passwordHash" = $1 where id = any($2) returning id, email`,
    [await hash(password), [customer, agent, admin, manager].flatMap(one => one?.id ?? [])],
  );
  await client.query("vacuum analyze");
  await client.end();
  const emailOf = (one?: Known) => rows.find(row => row.id === one?.id)?.email ?? "";
  return {
    ...{ reference, password, organisation },
    ...{ customer: emailOf(customer), agent: emailOf(agent) },
    ...{ admin: emailOf(admin), manager: emailOf(manager) },
  };
}

import { Client } from "pg";
import { operator, type PersonActor, system } from "@/lib/actor";
import { db } from "@/lib/db";
import { becomeFirstAdmin, prepareFirstAdmin } from "@/lib/set-up/first-admin";
import { makeSetUpLink } from "@/lib/set-up/link";
import { makeTestDatabase } from "./databases";
import { actorOf, anAddress, run } from "./factories";

const password = "Harbour-lamp 27 quietly!";

/** Takes the mark that the databases of tests have: the desk is as new. */
export async function forgetSetUp(): Promise<void> {
  await db().setting.deleteMany({ where: { name: "setUp" } });
}

/** The token of a new link. */
export async function aSetUpToken(at?: Date): Promise<string> {
  const link = await run(operator, makeSetUpLink, at);
  return link.split("/").at(-1) ?? "";
}

export async function become(
  token: string,
  { email = anAddress("first"), name = "Jo Lee", at }: { email?: string; name?: string; at?: Date } = {},
): Promise<PersonActor> {
  const admin = await prepareFirstAdmin(token, { name, email, password }, at);
  await run(
    system("front_door"),
    act => becomeFirstAdmin(act, token, admin, { timeZone: "Europe/Lisbon" }),
    at,
  );
  return actorOf(email);
}

/** A database of a desk that nobody has set up yet. */
export async function makeFreshDatabase(name: string): Promise<string> {
  const url = await makeTestDatabase(name);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("delete from settings where name = 'setUp'").finally(() => client.end());
  return url;
}

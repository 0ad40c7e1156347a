import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { readDeskPage } from "@/lib/desk/agent-view";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAgent, aRequest, aRequestIn, run } from "../../support/factories";
import { setSettings } from "../../support/settings";

// The database is made to join in the way that loses the order of rows, as it does by itself while it knows a table badly.
beforeAll(async () => {
  const url = await makeTestDatabase("order_of_lists");
  const client = new Client({ connectionString: url });
  await client.connect();
  const name = new URL(url).pathname.slice(1);
  await client.query(`alter database "${name}" set enable_nestloop = off`);
  await client.query(`alter database "${name}" set enable_mergejoin = off`);
  await client.end();
  setSettings({ DATABASE_URL: url });
});

test("what support waits for stands in the order it was written in, however the database joins", async () => {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const reference = await aRequestIn("waiting_for_customer", { by: customer });
  for (const body of ["One", "Two", "Three", "Four"])
    await run(agent, act => commentOnRequest(act, { reference, body }));
  const page = await readRequestPage(customer, reference);
  expect(page?.question.map(({ body }) => body)).toEqual(["Two", "Three", "Four"]);
});

test("a customer's other requests stand newest first, however the database joins", async () => {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const others: string[] = [];
  for (const day of [1, 2, 3, 4])
    others.unshift(await aRequest({ by: customer, at: new Date(Date.UTC(2026, 0, day)) }));
  const reference = await aRequest({ by: customer });
  const page = await readDeskPage(agent, reference);
  expect(page?.customer.others.map(other => other.reference)).toEqual(others);
});

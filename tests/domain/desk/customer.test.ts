import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { aCustomer, anAgent, aParticipant, aRequest, aRequestIn } from "../../support/factories";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

it("an agent sees beside a request what else its customer has raised, the latest first", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const references: string[] = [];
  for (const hours of [9, 8, 7, 6, 5, 4])
    references.push(await aRequest({ by: customer, at: hoursAgo(hours) }));
  const over = await aRequestIn("resolved", { by: customer, agent, at: hoursAgo(3) });
  // Somebody else's, in which they only take part.
  await aParticipant(await aRequest(), customer);
  const page = await readDeskPage(agent, references[0] ?? "");
  expect(page?.customer.others.map(({ reference }) => reference)).toEqual([
    over,
    ...references.slice(2).toReversed(),
  ]);
  expect(page?.customer).toMatchObject({ openCount: 5, hasMore: true });
  expect(page?.customer.others[0]).toMatchObject({ status: "resolved" });
  const oldest = await readDeskPage(agent, over);
  expect(oldest?.customer).toMatchObject({ openCount: 6, hasMore: true });
});

it("there is nothing beside the only request of a customer but their time zone", async () => {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  await db().person.update({
    where: { id: customer.id },
    data: { timeZone: "Asia/Tokyo" },
    select: { id: true },
  });
  const page = await readDeskPage(agent, await aRequest({ by: customer }));
  expect(page?.customer).toEqual({ timeZone: "Asia/Tokyo", others: [], openCount: 0, hasMore: false });
});

it("customers do not get what is for agents", async () => {
  const customer = await aCustomer();
  await aRequest({ by: customer });
  expect(await readDeskPage(customer, await aRequest({ by: customer }))).toBeNull();
});

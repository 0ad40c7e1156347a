import { expect, it } from "vitest";
import { listLatest } from "@/lib/search/list";
import { aCustomer, aRequest, aRequestIn } from "../../support/factories";

it("the latest requests are one's own open ones, newest activity first, and no more than asked for", async () => {
  const customer = await aCustomer();
  await aRequest();
  await aRequestIn("resolved", { by: customer });
  const [first, second, third] = [
    await aRequest({ by: customer }),
    await aRequestIn("waiting_for_customer", { by: customer }),
    await aRequest({ by: customer }),
  ];
  const references = async (count: number) =>
    (await listLatest(customer, count)).map(({ reference }) => reference);
  expect(await references(3)).toEqual([third, second, first]);
  expect(await references(2)).toEqual([third, second]);
});

import { randomBytes } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator, type PersonActor } from "@/lib/actor";
import { claimRequest } from "@/lib/desk/assignment";
import { findCustomers } from "@/lib/search/known-customers";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";

const mark = `q${randomBytes(4).toString("hex")}`;
let agent: PersonActor;
let kim: PersonActor;
let reference: string;

beforeAll(async () => {
  agent = await anAgent();
  kim = await aCustomer({ name: `Kim Nováková ${mark}`, email: `kim.${mark}@harbour.test` });
  reference = await aRequest({ by: kim });
});

const found = async (typed: string, by = agent) => (await findCustomers(by, typed)).map(({ email }) => email);

it("an agent finds customers by how any words of their name and address begin, in any order", async () => {
  for (const typed of [mark, mark.slice(0, 6).toUpperCase(), `novak ki ${mark}`, `kim.${mark}@har`])
    expect(await found(typed), typed).toEqual([kim.email]);
  for (const typed of [`${mark}x`, mark.slice(1), `other ${mark}`, "ki", "", "   ", "%_'"])
    expect(await found(typed), typed).toEqual([]);
  expect(await findCustomers(agent, mark)).toEqual([{ name: kim.name, email: kim.email }]);
});

it("they are those whose requests this agent sees, and nobody finds any who is no agent", async () => {
  await aCustomer({ name: `Silent ${mark}s` });
  expect(await found(`${mark}s`)).toEqual([]);
  expect(await found(mark, kim)).toEqual([]);
  const restricted = { ...(await anAgent()), seesDesk: false };
  expect(await found(mark, restricted)).toEqual([]);
  await run({ ...restricted, seesDesk: true }, act => claimRequest(act, { reference }));
  expect(await found(mark, restricted)).toEqual([kim.email]);
});

it("nothing can be raised for somebody who is suspended, so they are not offered", async () => {
  const gone = await aCustomer({ name: `Gone ${mark}gone` });
  await aRequest({ by: gone });
  expect(await found(`${mark}gone`)).toEqual([gone.email]);
  await run(operator, act => suspendPerson(act, gone.email));
  expect(await found(`${mark}gone`)).toEqual([]);
});
